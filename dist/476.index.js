export const id = 476;
export const ids = [476];
export const modules = {

/***/ 2757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jl: () => (/* binding */ isSingleAddress),
/* harmony export */   VH: () => (/* binding */ whyNotPublic),
/* harmony export */   W1: () => (/* binding */ atlasSpelling),
/* harmony export */   Z5: () => (/* binding */ canonicalAddress),
/* harmony export */   _X: () => (/* binding */ isTooWide),
/* harmony export */   cj: () => (/* binding */ containsAddress),
/* harmony export */   om: () => (/* binding */ isSecurityGroup),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8280);

const NOT_ONE = 'is not an IP address, a CIDR block such as 198.51.100.0/24, or an AWS security group';
const SECURITY_GROUP = /^(?:\d{1,12}\/)?sg-[0-9a-f]{1,17}$/;
function parseAddress(text) {
    const plain = text.trim().toLowerCase();
    if (SECURITY_GROUP.test(plain))
        return { address: plain };
    const block = parseBlock(plain);
    return block ? { address: write(block) } : { problem: NOT_ONE };
}
function canonicalAddress(text) {
    const parsed = parseAddress(text);
    return 'address' in parsed ? parsed.address : text;
}
function sameAddress(one, other) {
    return canonicalAddress(one) === canonicalAddress(other);
}
function containsAddress(outer, inner) {
    const [wide, narrow] = [parseBlock(outer), parseBlock(inner)];
    if (!wide || !narrow || wide.ip.kind() !== narrow.ip.kind() || wide.bits >= narrow.bits)
        return false;
    return narrow.ip.match([wide.ip, wide.bits]);
}
const WIDEST = 8;
function isTooWide(address) {
    const block = parseBlock(address);
    if (!block)
        return false;
    const holdsIpv4 = block.ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 && IPV4_WITHIN_IPV6.match([block.ip, block.bits]);
    return block.bits < WIDEST || holdsIpv4;
}
const IPV4_WITHIN_IPV6 = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse('::ffff:0:0');
function isSecurityGroup(address) {
    return SECURITY_GROUP.test(address);
}
const notPublic = {
    private: 'a private address',
    uniqueLocal: 'a private address',
    loopback: 'an address of the machine itself (loopback)',
    linkLocal: 'a link-local address',
    carrierGradeNat: 'an address behind carrier-grade NAT',
    unspecified: 'no address at all',
    broadcast: 'a broadcast address',
    multicast: 'a multicast address',
};
function whyNotPublic(address) {
    const block = parseBlock(address);
    return block && notPublic[block.ip.range()];
}
function isSingleAddress(address) {
    return parseBlock(address) !== undefined && !canonicalAddress(address).includes('/');
}
function atlasSpelling(address) {
    const block = parseBlock(address);
    if (!block)
        return address;
    const ip = block.ip.toNormalizedString();
    return address.includes('/') ? `${ip}/${block.bits}` : ip;
}
function parseBlock(text) {
    const [host = '', prefix, ...rest] = text.split('/');
    const ip = host.includes('%') || rest.length > 0 ? undefined : parseHost(host);
    if (!ip)
        return undefined;
    const most = ip.kind() === 'ipv4' ? 32 : 128;
    if (prefix !== undefined && !(/^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most))
        return undefined;
    const bits = Number(prefix ?? most);
    return unmapped({ ip: bits === most ? ip : networkOf(ip, bits), bits });
}
function parseHost(host) {
    if (!host.includes(':'))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(host) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(host) : undefined;
    const [, groups = '', dotted] = host.match(/^(.*:)(\d+\.\d+\.\d+\.\d+)$/) ?? [];
    if (dotted === undefined)
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(host) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(host) : undefined;
    if (!ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(dotted))
        return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(dotted).octets;
    const written = `${groups}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(written) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(written) : undefined;
}
function networkOf(ip, bits) {
    const kind = ip.kind() === 'ipv4' ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4 : ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6;
    return kind.networkAddressFromCIDR(`${ip.toString()}/${bits}`);
}
function unmapped({ ip, bits }) {
    const isMapped = ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 && ip.isIPv4MappedAddress() && bits >= 96;
    return isMapped ? { ip: ip.toIPv4Address(), bits: bits - 96 } : { ip, bits };
}
function write({ ip, bits }) {
    const host = ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 ? ip.toRFC5952String() : ip.toString();
    return bits === (ip.kind() === 'ipv4' ? 32 : 128) ? host : `${host}/${bits}`;
}


/***/ }),

/***/ 4560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   UD: () => (/* binding */ showSet),
/* harmony export */   qG: () => (/* binding */ isWorthwhile),
/* harmony export */   qM: () => (/* binding */ tagChanges),
/* harmony export */   qV: () => (/* binding */ existingStep),
/* harmony export */   yr: () => (/* binding */ movesEnd),
/* harmony export */   zu: () => (/* binding */ newStep)
/* harmony export */ });
const MINUTE = 60_000;
const WORTHWHILE = 30 * MINUTE;
function isWorthwhile(from, to) {
    return from === undefined || Math.abs(to - from) >= WORTHWHILE;
}
function movesEnd(from, { expiresAt: to, endsWithEnvironment = false }) {
    if (to === undefined)
        return false;
    return endsWithEnvironment ? Math.abs(to - (from ?? 0)) >= 1_000 : isWorthwhile(from, to);
}
function changeOf(field, from, to) {
    if (to === undefined || from === to)
        return [];
    return [from === undefined ? { field, to } : { field, from, to }];
}
function tagChanges(actual, desired) {
    return Object.entries(desired)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([key, value]) => changeOf(`tags.${key}`, ownValue(actual, key), value));
}
function ownValue(tags, key) {
    return Object.hasOwn(tags, key) ? tags[key] : undefined;
}
function existingStep(of, changes, unchanged = 'is as it should be') {
    if (changes.length === 0)
        return { ...of, action: 'unchanged', changes, reason: unchanged };
    return { ...of, action: 'update', changes, reason: reasonOf(changes) };
}
function reasonOf(changes) {
    const fields = [...new Set(changes.map(({ field }) => field))];
    const others = fields.filter((field) => field !== 'password');
    const differs = others.length > 0 ? [`differs in ${others.join(', ')}`] : [];
    return [...differs, ...(fields.includes('password') ? ['its password is set'] : [])].join('; ');
}
function newStep(of, changes, reason = 'does not exist yet') {
    return { ...of, action: 'create', changes, reason };
}
function showSet(words) {
    return [...new Set(words)].toSorted().join(', ');
}


/***/ })

};
