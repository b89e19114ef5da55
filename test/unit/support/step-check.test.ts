import { describe, expect, it } from 'vitest';
import { secret, text } from '../../../src/definition/fields.ts';
import { type MemoryDoor, memoryDoor } from '../../support/memory-door.ts';
import { wrongInStep } from '../../support/step-check.ts';
import { wiretap } from '../../support/wiretap.ts';

const definition = {
  inputs: {
    key: secret({ description: 'A key.', fallback: { variable: 'KEY', group: 'key' } }),
    name: text({ description: 'A name.' }),
  },
  outputs: { uri: { description: 'Address.', secret: true }, host: { description: 'Host.' } },
} as const;

const key = 'pa55 word&more';
const wire = () => wiretap(async () => new Response());

function wrong(work: (door: MemoryDoor) => void): readonly string[] {
  const door = memoryDoor({ inputs: { key } });
  work(door);
  return wrongInStep(door, { definition, secrets: {}, wire: wire() });
}

/** As the vault does it: the runner derives the other forms itself. */
const masked = (door: MemoryDoor, ...secrets: readonly string[]) => {
  for (const one of secrets) door.mask(one);
  door.mask(encodeURIComponent(key));
};

describe('a step is held to letting no secret be seen', () => {
  it.each<readonly [string, (door: MemoryDoor) => void, RegExp]>([
    ['a title', (door) => door.annotate('error', 'x', key), /leaks into annotations \(raw\)/],
    ['an annotation', (door) => door.annotate('error', encodeURIComponent(key)), /leaks into log \(percent-encoded/],
    ['a debug line', (door) => door.debug(Buffer.from(key).toString('hex')), /leaks into log \(hex/],
    ['a group', (door) => door.startGroup(key), /leaks into log/],
    ['the summary', (door) => door.writeSummary(`<p>${key.replace('&', '&amp;')}</p>`), /leaks into summary/],
    ['an open output', (door) => door.setOutput('host', `h?${key}`), /open outputs/],
    ['the state', (door) => door.saveState('key', key), /leaks into state/],
    ['base64 of more', (door) => door.writeLine(Buffer.from(`id:${key}`).toString('base64')), /base64, offset/],
    ['a secret output without a mask', (door) => door.setOutput('uri', 'mongodb://u:p@h'), /leaks into outputs/],
  ])('%s', (_, work, expected) => {
    expect(wrong(work).join('\n')).toMatch(expected);
  });

  it('in a line that comes before the mask, in an open output and in a title even after it', () => {
    const found = wrong((door) => {
      door.writeLine(`with ${key}`);
      masked(door, key);
      door.writeLine(`with ${key}`);
      door.setOutput('host', key);
      door.annotate('error', key, key);
    });
    expect(found.map((text) => text.replace(/^.* leaks into (.*) \(raw\).*$/, '$1'))).toEqual([
      'open outputs',
      'log',
      'annotations',
    ]);
  });

  it('also one of an environment variable, and one that only the wire has seen', async () => {
    const tapped = wire();
    await tapped.fetch('https://x.example/', { headers: { Authorization: 'Bearer tok3n-of-it' } });
    await tapped.fetch('https://x.example/', { method: 'POST', body: '{"password":"made-here"}' });
    const door = memoryDoor({ variables: { KEY: 'from-the-env' } });
    for (const line of ['tok3n-of-it', 'made-here', 'from-the-env']) door.writeLine(line);
    expect(wrongInStep(door, { definition, secrets: {}, wire: tapped })).toHaveLength(3);
  });

  it('nor may one stand in a request but where it belongs', async () => {
    const tapped = wire();
    await tapped.fetch('https://x.example/a?key=pa55%20word%26more');
    await tapped.fetch('https://x.example/', { method: 'POST', body: JSON.stringify({ comment: key }) });
    await tapped.fetch('https://x.example/', { method: 'POST', body: JSON.stringify({ password: key }) });
    const door = memoryDoor({ inputs: { key } });
    expect(wrongInStep(door, { definition, secrets: {}, wire: tapped }).join()).toMatch(
      /requests \(raw.*requests \(percent/,
    );
    expect(tapped.open()).toHaveLength(3);
  });

  it('and is let pass where everything is masked first', () => {
    const clean = wrong((door) => {
      masked(door, key, 'mongodb://u:p@h');
      door.writeLine(`with ${key}`);
      door.saveState('key', key);
      door.setOutput('uri', 'mongodb://u:p@h');
      door.writeSummary('<p>It is ***.</p>\n');
    });
    expect(clean).toEqual([]);
  });
});

describe('a step is held to printing foreign text as text', () => {
  it.each<readonly [string, (door: MemoryDoor) => void, RegExp]>([
    ['a command', (door) => door.writeLine('fine\n  ::add-mask::x'), /would obey " {2}::add-mask::x"/],
    ['an old command', (door) => door.writeLine('see ##[group]x'), /would obey/],
    ['a colour', (door) => door.annotate('notice', '\u001b[31mred'), /control characters/],
    ['a reordered text', (door) => door.writeLine('a\u202eb'), /control characters/],
    ['markup', (door) => door.writeSummary('<p><img src=x></p>'), /foreign markup/],
    ['an attribute', (door) => door.writeSummary('<p onclick="x">y</p>'), /foreign markup/],
    ['a link elsewhere', (door) => door.writeSummary('<p><a href="javascript:x">y</a></p>'), /foreign markup/],
    ['Markdown', (door) => door.writeSummary('<p>a</p>\n\n[x](y)'), /Markdown/],
    ['an output of another name', (door) => door.setOutput('other', 'x'), /other is not declared/],
  ])('%s', (_, work, expected) => {
    expect(wrong(work).join('\n')).toMatch(expected);
  });
});
