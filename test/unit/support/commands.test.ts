import { describe, expect, it } from 'vitest';
import { createCommandProcessor } from '../../support/runner/command-processor.ts';
import { KNOWN_COMMANDS, parseCommand } from '../../support/runner/commands.ts';
import { createLineReader } from '../../support/runner/line-reader.ts';
import { createMasker } from '../../support/runner/masker.ts';
import { createStepContext } from '../../support/runner/step-context.ts';

function parse(line: string) {
  const command = parseCommand(line, new Set(KNOWN_COMMANDS));
  return command && { ...command, properties: Object.fromEntries(command.properties) };
}

function feed(...lines: readonly string[]) {
  const context = createStepContext({ masker: createMasker(), debug: false });
  const targets = { outputs: new Map<string, string>(), state: new Map<string, string>() };
  const process = createCommandProcessor(context, targets);
  for (const line of lines) process(line);
  return { log: context.log, failed: context.failed(), annotations: context.annotations, ...targets };
}

describe('parseCommand', () => {
  it('reads a command after leading space, its properties and its data', () => {
    expect(parse('  ::error title=a%3Ab%2Cc%25,file= x.ts::50%25 %0Adone %3A')).toEqual({
      name: 'error',
      properties: { title: 'a:b,c%', file: ' x.ts' },
      data: '50% \ndone %3A',
    });
    expect(parse('::WARNING::x')).toMatchObject({ name: 'warning' });
    expect(parse('::debug::%250A')).toMatchObject({ data: '%0A' });
  });

  it('reads the first version of commands anywhere in a line', () => {
    expect(parse('Atlas says ##[error file=a%3Bb;line=3]no %5D luck')).toEqual({
      name: 'error',
      properties: { file: 'a;b', line: '3' },
      data: 'no ] luck',
    });
  });

  it.each(['x ::error::no', '::unknown::x', '::error:', ':: error::x', '##[nothing]x', '##[error'])(
    'leaves %j alone',
    (line) => {
      expect(parse(line)).toBeUndefined();
    },
  );
});

describe('a step that prints commands', () => {
  it('registers masks, and warns of an empty one', () => {
    const { log } = feed('::add-mask::abc%0Adef', 'abc def', '::add-mask:: ');
    expect(log).toEqual(['*** ***', "##[warning]Can't add secret mask for empty string in ##[add-mask] command."]);
  });

  it('folds groups', () => {
    expect(feed('::group::Plan', 'x', '::endgroup::').log).toEqual(['##[group]Plan', 'x', '##[endgroup]']);
  });

  it('stops and resumes commands, masking the token', () => {
    const { log, annotations } = feed(
      '::stop-commands::pause-4711',
      '::error::quoted',
      '::pause-4711::',
      '::error::real',
    );
    expect(log).toEqual(['::stop-commands::***', '::error::quoted', '::***::', '##[error]real']);
    expect(annotations).toHaveLength(1);
  });

  it('refuses a stop token that is a command', () => {
    expect(feed('::stop-commands::warning')).toMatchObject({ failed: true });
  });

  it('fails on the disabled commands, and warns of the deprecated ones', () => {
    const disabled = feed('::set-env name=A::b');
    expect(disabled.failed).toBe(true);
    expect(disabled.log[0]).toBe("##[error]Unable to process command '::set-env name=A::b' successfully.");
    const deprecated = feed('::set-output name=a::b', '::save-state name=c::d');
    expect(deprecated).toMatchObject({ failed: false, outputs: new Map([['a', 'b']]), state: new Map([['c', 'd']]) });
    expect(deprecated.annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it('masks the message of an annotation, but not its title', () => {
    const { annotations } = feed('::add-mask::abc', '::error title=abc::abc');
    expect(annotations).toEqual([{ level: 'error', title: 'abc', message: '***' }]);
  });

  it('echoes commands when asked', () => {
    expect(feed('::echo::on', '::group::x', '::add-mask::abc').log).toEqual([
      '::group::x',
      '##[group]x',
      '::add-mask::***',
    ]);
    expect(feed('::echo::maybe').failed).toBe(true);
  });

  it('takes the sting out of the markers that only the runner may print', () => {
    expect(feed('##[start-action]').log).toEqual(['##[\\start-action]']);
  });
});

describe('the line reader', () => {
  it.each([
    [['a\nb\r\nc\rd'], ['a', 'b', 'c', 'd']],
    [
      ['a\r', '\nb', '\n'],
      ['a', 'b'],
    ],
    [
      ['a\r', 'b\n\n'],
      ['a', 'b', ''],
    ],
    [
      ['10%\r20%\r', 'done'],
      ['10%', '20%', 'done'],
    ],
    [[''], []],
  ])('cuts %j into %j', (chunks, lines) => {
    const reader = createLineReader();
    expect([...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()]).toEqual(lines);
  });
});
