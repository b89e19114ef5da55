import { describe, expect, it } from 'vitest';
import {
  atlasSpelling,
  containsAddress,
  isSingleAddress,
  isTooWide,
  parseAddress,
  sameAddress,
  whyNotPublic,
} from '../../../src/atlas/addresses.ts';

const spelling = (text: string) => {
  const parsed = parseAddress(text);
  return 'address' in parsed ? parsed.address : undefined;
};

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7/32', '198.51.100.7'],
    [' 198.51.100.7 ', '198.51.100.7'],
    ['198.51.100.77/24', '198.51.100.0/24'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:C633:6407', '198.51.100.7'],
    ['::ffff:198.51.100.7/120', '198.51.100.0/24'],
    ['2001:DB8:0::1', '2001:db8::1'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['2001:db8::77/32', '2001:db8::/32'],
    ['1.2.3.4/0', '0.0.0.0/0'],
    ['SG-0A1B', 'sg-0a1b'],
    ['123456789012/sg-0a1b', '123456789012/sg-0a1b'],
  ])('%s is spelt %s', (text, spelt) => {
    expect(spelling(text)).toBe(spelt);
  });

  it.each([
    '',
    '198.51.100',
    '198.51.100.256',
    '010.0.0.1',
    '0x7f.0.0.1',
    '127.1',
    '198.51.100.7/33',
    '198.51.100.7/08',
    '198.51.100.7/',
    '198.51.100.0/24/24',
    '198.51.100.7 office',
    'fe80::1%eth0',
    '2001:db8::/129',
    'example.com',
    'sg-xyz',
  ])('"%s" is none', (text) => {
    expect(spelling(text)).toBeUndefined();
  });

  it('is the same whatever its spelling, and what cannot be read is only itself', () => {
    expect(sameAddress('198.51.100.7/32', '::ffff:198.51.100.7')).toBe(true);
    expect(sameAddress('198.51.100.0/24', '198.51.100.0/25')).toBe(false);
    expect(sameAddress('odd', 'odd')).toBe(true);
  });

  it('lies within a wider one of its kind', () => {
    expect(containsAddress('10.0.0.0/8', '10.2.3.4')).toBe(true);
    expect(containsAddress('10.2.3.4', '10.0.0.0/8')).toBe(false);
    expect(containsAddress('10.0.0.0/8', '10.0.0.0/8')).toBe(false);
    expect(containsAddress('0.0.0.0/0', '2001:db8::1')).toBe(false);
    expect(containsAddress('2001:db8::/32', '2001:db8::1')).toBe(true);
    expect(containsAddress('10.0.0.0/8', 'sg-0a')).toBe(false);
  });

  it.each([
    '0.0.0.0/0',
    '1.2.3.4/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '2.0.0.0/7',
    '::/0',
    '2000::/3',
    '::ffff:0:0/96',
    '::/16',
  ])('%s is too wide to be meant', (text) => {
    expect(isTooWide(spelling(text) ?? '')).toBe(true);
  });

  it.each(['10.0.0.0/8', '0.0.0.0', '2001:db8::/32', 'sg-0a'])('%s is not', (text) => {
    expect(isTooWide(spelling(text) ?? '')).toBe(false);
  });

  it.each([
    ['10.1.2.3', /private/],
    ['172.16.0.1', /private/],
    ['192.168.1.1', /private/],
    ['fd00::1', /private/],
    ['127.0.0.1', /loopback/],
    ['::1', /loopback/],
    ['169.254.1.1', /link-local/],
    ['100.64.0.1', /carrier-grade/],
    ['0.0.0.0', /no address/],
    ['224.0.0.1', /multicast/],
  ])('%s is none that the internet can see', (text, reason) => {
    expect(whyNotPublic(text)).toMatch(reason);
  });

  it('of a machine on the internet is fine', () => {
    expect(['203.0.113.9', '8.8.8.8', '2001:4860::1'].map(whyNotPublic)).toEqual([undefined, undefined, undefined]);
  });

  it('is single or not', () => {
    expect(['203.0.113.9', '203.0.113.0/24', 'sg-0a', 'odd'].map(isSingleAddress)).toEqual([true, false, false, false]);
  });

  it("goes to Atlas in the form of Atlas's own patterns", () => {
    expect(atlasSpelling('2001:db8::1')).toBe('2001:db8:0:0:0:0:0:1');
    expect(atlasSpelling('2001:db8::/32')).toBe('2001:db8:0:0:0:0:0:0/32');
    expect(atlasSpelling('198.51.100.0/24')).toBe('198.51.100.0/24');
    expect(atlasSpelling('sg-0a')).toBe('sg-0a');
  });
});
