import ipaddr from 'ipaddr.js';

/** What stands in an access list, in the one spelling that the suite uses: `198.51.100.7`, `198.51.100.0/24`, `sg-0a1b`. */
export type ParsedAddress = { readonly address: string } | { readonly problem: string };

const NOT_ONE = 'is not an IP address, a CIDR block such as 198.51.100.0/24, or an AWS security group';

const SECURITY_GROUP = /^(?:\d{1,12}\/)?sg-[0-9a-f]{1,17}$/;

/**
 * Reads an address as an author or Atlas writes it. One spelling for what is the same to Atlas: a bare address is its own
 * /32, an IPv4 address within IPv6 is IPv4, bits beyond a block's prefix are zero, hexadecimal is in lower case.
 */
export function parseAddress(text: string): ParsedAddress {
  const plain = text.trim().toLowerCase();
  if (SECURITY_GROUP.test(plain)) return { address: plain };
  const block = parseBlock(plain);
  return block ? { address: write(block) } : { problem: NOT_ONE };
}

/** The one spelling of what Atlas shows; what cannot be read stays as it is. */
export function canonicalAddress(text: string): string {
  const parsed = parseAddress(text);
  return 'address' in parsed ? parsed.address : text;
}

/** Whether two entries of an access list are the same one to Atlas. */
export function sameAddress(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}

/** Whether everything that the second lets in is let in by the first, too, and more besides. */
export function containsAddress(outer: string, inner: string): boolean {
  const [wide, narrow] = [parseBlock(outer), parseBlock(inner)];
  if (!wide || !narrow || wide.ip.kind() !== narrow.ip.kind() || wide.bits >= narrow.bits) return false;
  return narrow.ip.match([wide.ip, wide.bits]);
}

/** Blocks with a shorter prefix hold a good part of the internet. */
const WIDEST = 8;

/** Whether a block is so wide that it is hardly meant: the whole internet, its halves, and so on down to /7. */
export function isTooWide(address: string): boolean {
  const block = parseBlock(address);
  if (!block) return false;
  const holdsIpv4 = block.ip instanceof ipaddr.IPv6 && IPV4_WITHIN_IPV6.match([block.ip, block.bits]);
  return block.bits < WIDEST || holdsIpv4;
}

const IPV4_WITHIN_IPV6 = ipaddr.IPv6.parse('::ffff:0:0');

/** Whether it is an AWS security group and no address at all. */
export function isSecurityGroup(address: string): boolean {
  return SECURITY_GROUP.test(address);
}

/** What an address is that no packet from the internet can come from, by the name of its range. */
const notPublic: Readonly<Record<string, string>> = {
  private: 'a private address',
  uniqueLocal: 'a private address',
  loopback: 'an address of the machine itself (loopback)',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'an address behind carrier-grade NAT',
  unspecified: 'no address at all',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
};

/** What a single address is, where it is none that Atlas could see a connection come from. */
export function whyNotPublic(address: string): string | undefined {
  const block = parseBlock(address);
  return block && notPublic[block.ip.range()];
}

/** Whether it is one single IP address. */
export function isSingleAddress(address: string): boolean {
  return parseBlock(address) !== undefined && !canonicalAddress(address).includes('/');
}

/** The spelling that Atlas's own patterns take; IPv6 is written out in eight groups. */
export function atlasSpelling(address: string): string {
  const block = parseBlock(address);
  if (!block) return address;
  const ip = block.ip.toNormalizedString();
  return address.includes('/') ? `${ip}/${block.bits}` : ip;
}

type Ip = ipaddr.IPv4 | ipaddr.IPv6;

interface Block {
  readonly ip: Ip;
  readonly bits: number;
}

/** Short forms such as 10.1, octal and hexadecimal octets, zones and odd prefixes are nothing that an author means here. */
function parseBlock(text: string): Block | undefined {
  const [host = '', prefix, ...rest] = text.split('/');
  const ip = host.includes('%') || rest.length > 0 ? undefined : parseHost(host);
  if (!ip) return undefined;
  const most = ip.kind() === 'ipv4' ? 32 : 128;
  if (prefix !== undefined && !(/^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most)) return undefined;
  const bits = Number(prefix ?? most);
  return unmapped({ ip: bits === most ? ip : networkOf(ip, bits), bits });
}

/** The package takes every dotted end for a mapped IPv4 address, `::198.51.100.7` too, which is an address of IPv6. */
function parseHost(host: string): Ip | undefined {
  if (!host.includes(':')) return ipaddr.IPv4.isValidFourPartDecimal(host) ? ipaddr.IPv4.parse(host) : undefined;
  const [, groups = '', dotted] = host.match(/^(.*:)(\d+\.\d+\.\d+\.\d+)$/) ?? [];
  if (dotted === undefined) return ipaddr.IPv6.isValid(host) ? ipaddr.IPv6.parse(host) : undefined;
  if (!ipaddr.IPv4.isValidFourPartDecimal(dotted)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(dotted).octets;
  const written = `${groups}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  return ipaddr.IPv6.isValid(written) ? ipaddr.IPv6.parse(written) : undefined;
}

function networkOf(ip: Ip, bits: number): Ip {
  const kind = ip.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return kind.networkAddressFromCIDR(`${ip.toString()}/${bits}`);
}

/** `::ffff:198.51.100.7` is 198.51.100.7. */
function unmapped({ ip, bits }: Block): Block {
  const isMapped = ip instanceof ipaddr.IPv6 && ip.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? { ip: ip.toIPv4Address(), bits: bits - 96 } : { ip, bits };
}

function write({ ip, bits }: Block): string {
  const host = ip instanceof ipaddr.IPv6 ? ip.toRFC5952String() : ip.toString();
  return bits === (ip.kind() === 'ipv4' ? 32 : 128) ? host : `${host}/${bits}`;
}
