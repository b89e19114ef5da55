export const id = 174;
export const ids = [174,476];
export const modules = {

/***/ 2678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ writeLacking),
/* harmony export */   T4: () => (/* binding */ deleteSuperfluous),
/* harmony export */   df: () => (/* binding */ changeEntry),
/* harmony export */   fU: () => (/* binding */ readAccessList),
/* harmony export */   kx: () => (/* binding */ assertRoom)
/* harmony export */ });
/* harmony import */ var _access_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4432);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4828);



const MOST_ENTRIES = 200;
async function readAccessList(client, groupId) {
    const askedAt = client.clock.now();
    return { entries: await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .listAccessList */ .JJ)(client, groupId), askedAt };
}
async function writeLacking(client, { groupId, lacking, onWritten }, reading) {
    const addresses = new Set();
    let at;
    const write = async ({ entries: existing }, onSend) => {
        const entries = lacking(existing);
        if (entries.length === 0)
            return existing;
        assertRoom(groupId, existing, entries);
        for (const { address } of entries)
            addresses.add(address);
        try {
            await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .addAccessListEntries */ .SF)(client, { groupId, entries }, { onSend });
            onWritten?.(entries, existing);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHaveTakenEffect */ .Y2)(error))
                onWritten?.(entries, existing);
            throw error;
        }
        finally {
            at = client.clock.now();
        }
        return existing;
    };
    const read = () => readAccessList(client, groupId);
    const existing = await (0,_fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .onFreshReading */ .q)(client, { reading, read, act: write });
    return { addresses, at, existing };
}
async function deleteSuperfluous(client, deleting, reading) {
    const first = await deleteOnce(client, deleting, reading);
    if (!first.hasSent)
        return first;
    const second = await deleteOnce(client, deleting, undefined);
    return { addresses: [...new Set([...first.addresses, ...second.addresses])], reading: second.reading };
}
async function deleteOnce(client, { groupId, superfluous }, reading) {
    const gone = new Set();
    const deleted = new Set();
    const removeNext = async (used, onSend) => {
        const next = superfluous(used.entries).find((address) => !gone.has(address));
        if (next === undefined)
            return { used, next };
        let sent = 0;
        const counted = () => {
            onSend();
            sent += 1;
        };
        const wasThere = await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteAccessListEntry */ .CA)(client, { groupId, address: next }, { onSend: counted });
        if (wasThere || sent > 1)
            deleted.add(next);
        return { used, next };
    };
    const read = () => readAccessList(client, groupId);
    for (let latest = reading;;) {
        const { used, next } = await (0,_fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .onFreshReading */ .q)(client, { reading: latest, read, act: removeNext });
        if (next === undefined)
            return { addresses: [...deleted], reading: used, hasSent: gone.size > 0 };
        gone.add(next);
        latest = used;
    }
}
async function changeEntry(client, { groupId, address, reading }, decide) {
    const read = async () => {
        const askedAt = client.clock.now();
        const entry = await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .findAccessListEntry */ .gd)(client, { groupId, address });
        return { entries: entry ? [entry] : [], askedAt };
    };
    const act = async ({ entries }, onSend) => {
        const decision = decide(entries.find((entry) => entry.address === address));
        if (decision.kind === 'goes')
            await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteAccessListEntry */ .CA)(client, { groupId, address }, { onSend });
        if (decision.kind === 'changes')
            await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .addAccessListEntries */ .SF)(client, { groupId, entries: [decision.entry] }, { onSend });
        return decision;
    };
    return await (0,_fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .onFreshReading */ .q)(client, { reading, read, act });
}
function assertRoom(groupId, existing, added) {
    const before = new Set(existing.map(({ address }) => address));
    const news = added.filter(({ address }) => !before.has(address)).length;
    if (news === 0 || before.size + news <= MOST_ENTRIES)
        return;
    throw new Error(`The IP access list of project ${groupId} has ${before.size} entries and would get ${news} more; Atlas takes ${MOST_ENTRIES}. Remove some first.`);
}


/***/ }),

/***/ 4432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ deleteAccessListEntry),
/* harmony export */   JJ: () => (/* binding */ listAccessList),
/* harmony export */   SF: () => (/* binding */ addAccessListEntries),
/* harmony export */   gd: () => (/* binding */ findAccessListEntry),
/* harmony export */   vw: () => (/* binding */ getEntryStatus)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _iso_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6400);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4941);







const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    cidrBlock: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    ipAddress: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    awsSecurityGroup: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    comment: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    deleteAfterDate: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
})
    .transform(({ awsSecurityGroup, ipAddress, cidrBlock, comment, deleteAfterDate }) => ({
    address: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalAddress */ .Z5)(awsSecurityGroup ?? ipAddress ?? cidrBlock ?? ''),
    comment,
    expiresAt: (0,_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .readTime */ .a)(deleteAfterDate),
}));
const role = 'Project Network Access Manager';
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList',
    version: '2023-01-01',
    task: 'read the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_6__/* .pageOf */ .ZZ)(entry),
});
const add = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/accessList',
    version: '2023-01-01',
    task: 'add entries to the IP access list of project {groupId}',
    role,
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J(),
});
const one = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList/{entryValue}',
    version: '2023-01-01',
    task: 'read {entryValue} in the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: entry,
});
const remove = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}/accessList/{entryValue}',
    version: '2023-01-01',
    task: 'delete {entryValue} from the IP access list of project {groupId}',
    role,
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J(),
});
const status = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList/{entryValue}/status',
    version: '2023-01-01',
    task: 'read whether {entryValue} is active in the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ STATUS: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
});
function listAccessList(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_6__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
async function findAccessListEntry(client, place) {
    try {
        return await client.call(one, { path: pathOf(place) });
    }
    catch (error) {
        if (isNoEntry(error))
            return undefined;
        throw error;
    }
}
async function addAccessListEntries(client, { groupId, entries }, { onSend } = {}) {
    await client.call(add, { path: { groupId }, body: entries.map(toRequest), onSend });
}
async function deleteAccessListEntry(client, place, { onSend } = {}) {
    try {
        await client.call(remove, { path: pathOf(place), onSend });
        return true;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.status === 404)
            return false;
        throw error;
    }
}
async function getEntryStatus(client, place) {
    try {
        const { STATUS } = await client.call(status, { path: pathOf(place) });
        return STATUS;
    }
    catch (error) {
        if (isNoEntry(error))
            return 'MISSING';
        throw error;
    }
}
function isNoEntry(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND';
}
function pathOf({ groupId, address }) {
    return { groupId, entryValue: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) };
}
function toRequest({ address, comment, expiresAt }) {
    return {
        ...addressField(address),
        ...(comment !== undefined && { comment }),
        ...(expiresAt !== undefined && { deleteAfterDate: (0,_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(expiresAt) }),
    };
}
function addressField(address) {
    if ((0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecurityGroup */ .om)(address))
        return { awsSecurityGroup: address };
    return address.includes('/') ? { cidrBlock: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) } : { ipAddress: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) };
}


/***/ }),

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

/***/ 4828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _i: () => (/* binding */ READ_BACK_AFTER),
/* harmony export */   pJ: () => (/* binding */ LAG),
/* harmony export */   q: () => (/* binding */ onFreshReading)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

const BOUND = 5_000;
const LEAVES_WITHIN = 3_000;
const LAG = 5_000;
const READ_BACK_AFTER = LAG + BOUND + LAG;
const MOST_TRIES = 5;
async function onFreshReading(client, { reading, read, act, }) {
    const { clock, log, signal } = client;
    const isFresh = ({ askedAt }) => clock.now() <= askedAt + LEAVES_WITHIN;
    for (let current = reading, tries = 1;; tries++) {
        let isRead = false;
        try {
            const used = current && isFresh(current) ? current : await read();
            isRead = true;
            return await act(used, () => {
                if (!isFresh(used))
                    throw new TooOld();
            });
        }
        catch (error) {
            const mayPass = error instanceof TooOld || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswer */ .ym || (isRead && isClash(error));
            if (signal.aborted || tries === MOST_TRIES || !mayPass)
                throw error;
            current = undefined;
            if (error instanceof TooOld)
                continue;
            log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error)} The IP access list is looked at again before anything more is written.`);
            await clock.sleep(pause(tries, client), signal);
        }
    }
}
class TooOld extends Error {
    name = 'TooOld';
    constructor() {
        super(`Atlas answers so slowly that the IP access list cannot be written safely: another job may have changed it since it was read, ${LEAVES_WITHIN / 1_000} s ago or more. Run the step again.`);
    }
}
function isClash(error) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(error))
        return true;
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL))
        return false;
    const { status, code } = error;
    return status === 409 || code === 'USER_UNAUTHORIZED' || code === 'PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY';
}
function pause(tries, { random }) {
    return 500 + random() * 1_000 * 2 ** tries;
}


/***/ }),

/***/ 8018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SW: () => (/* binding */ databaseSuffixOf),
/* harmony export */   T: () => (/* binding */ clusterNameOf),
/* harmony export */   _K: () => (/* binding */ looksDerived),
/* harmony export */   ab: () => (/* binding */ environmentTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9075);


const LONGEST_NAME = 23;
const HASH_LENGTH = 8;
function clusterNameOf(environment, ordinal = 0) {
    const hash = identityHash([(0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryKey */ .Kq)(environment), environment.name, String(ordinal)]);
    return `${readableStem(environment)}-${hash}`;
}
function looksDerived(clusterName, environment) {
    const stem = `${readableStem(environment)}-`;
    return clusterName.startsWith(stem) && /^[0-9a-z]{8}$/.test(clusterName.slice(stem.length));
}
function readableStem({ name }) {
    const room = LONGEST_NAME - HASH_LENGTH - 1;
    return sanitise(name).slice(0, room).replace(/-+$/, '') || 'env';
}
const PLAIN_NAME = /^[a-z0-9-]{1,30}$/;
const LONGEST_SUFFIX = 31;
function databaseSuffixOf(environment, { isOwnCluster }) {
    const { name, repositoryId = '' } = environment;
    if (PLAIN_NAME.test(name)) {
        const plain = `_${name.replaceAll('-', '_')}`;
        if (isOwnCluster)
            return plain;
        const withId = `${plain}_${repositoryId}`;
        if (/^\d+$/.test(repositoryId) && withId.length <= LONGEST_SUFFIX)
            return withId;
    }
    const readable = sanitise(name).slice(0, 20).replace(/-+$/, '').replaceAll('-', '_');
    return `_${readable || 'env'}_${identityHash([(0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryKey */ .Kq)(environment), name])}`;
}
function environmentTag({ name }) {
    if (/^[A-Za-z0-9 ;@_.-]{1,100}$/.test(name) && name.trim() === name)
        return name;
    return `${sanitise(name).slice(0, 100) || 'env'}+${identityHash([name])}`;
}
function sanitise(name) {
    return name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}
function identityHash(parts) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    return BigInt(`0x${digest.slice(0, 16)}`)
        .toString(36)
        .padStart(HASH_LENGTH, '0')
        .slice(-HASH_LENGTH);
}


/***/ }),

/***/ 4209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ leaseId),
/* harmony export */   Mw: () => (/* binding */ readLeases),
/* harmony export */   PS: () => (/* binding */ leaseUntil),
/* harmony export */   bW: () => (/* binding */ writeLeases),
/* harmony export */   b_: () => (/* binding */ leaveLeases),
/* harmony export */   wC: () => (/* binding */ joinLeases)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const COMMENT_ROOM = 80;
const MOST_LEASES = 4;
const HOUR = 3_600_000;
const HOURS = 36 ** 2;
const MARGIN = 10 * 60_000;
const LEASE = String.raw `\d{1,15}[A-Za-z][A-Za-z0-9]{3}[0-9a-z]{2}`;
const COMMENT = new RegExp(String.raw `^gha (?:([\w./-]{1,70}): )?(full|${LEASE}(?: ${LEASE}){0,3})$`);
function leaseId({ runId, job }) {
    const run = /^\d{1,15}$/.test(runId) ? runId : '0';
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([runId, job]))
        .digest();
    const characters = [...digest.subarray(0, 4)].map((byte, index) => alphabet[byte % (index === 0 ? 52 : 62)]);
    return `${run}${characters.join('')}`;
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
function readLeases(comment, now) {
    const [, owner = '', words] = comment?.match(COMMENT) ?? [];
    if (words === undefined)
        return undefined;
    if (words === 'full')
        return { owner, held: [], isFull: true };
    const held = words.split(' ').map((word) => readLease(word, now));
    return { owner, held: held.filter(({ endsAt }) => endsAt + MARGIN > now), isFull: false };
}
function writeLeases({ owner, held, isFull }) {
    if (isFull)
        return withOwner(owner, 'full');
    return withOwner(owner, held.map(writeLease).join(' '));
}
function joinLeases(leases, lease) {
    if (leases.isFull)
        return leases;
    const held = [...leases.held.filter(({ id }) => id !== lease.id), lease];
    const fits = held.length <= MOST_LEASES && writeLeases({ owner: '', held, isFull: false }).length <= COMMENT_ROOM;
    return fits ? { ...leases, held } : { ...leases, held: [], isFull: true };
}
function leaveLeases(leases, id) {
    return { ...leases, held: leases.held.filter((lease) => lease.id !== id) };
}
function leaseUntil(id, expiresAt) {
    return { id, endsAt: Math.ceil(expiresAt / HOUR) * HOUR };
}
function withOwner(owner, words) {
    const room = COMMENT_ROOM - `gha : ${words}`.length;
    const shown = owner.replace(/[^\w./-]/g, '_').slice(0, Math.max(0, room));
    return shown === '' ? `gha ${words}` : `gha ${shown}: ${words}`;
}
function writeLease({ id, endsAt }) {
    return `${id}${(Math.ceil(endsAt / HOUR) % HOURS).toString(36).padStart(2, '0')}`;
}
function readLease(word, now) {
    const today = Math.floor(now / HOUR);
    const ahead = (Number.parseInt(word.slice(-2), 36) - (today % HOURS) + HOURS) % HOURS;
    return { id: word.slice(0, -2), endsAt: (today + (ahead > HOURS / 2 ? ahead - HOURS : ahead)) * HOUR };
}


/***/ }),

/***/ 7319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ writeMark),
/* harmony export */   ME: () => (/* binding */ ownerDigits),
/* harmony export */   Mp: () => (/* binding */ readMark),
/* harmony export */   Q0: () => (/* binding */ markedEnvironment),
/* harmony export */   WO: () => (/* binding */ lacksId),
/* harmony export */   yS: () => (/* binding */ isMarkedBy),
/* harmony export */   zx: () => (/* binding */ isMarkOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8018);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9075);



const BY_NAME = 8;
const SHORT_BY_NAME = 5;
const BY_ID = 6;
const MARK = /\[gha (?:([^[\]]*) )?(?:([0-9a-f]{8})|([\w-]{5})\+([\w-]{6}))(?:\.([0-9a-f]{6,}))?\]$/;
function writeMark(owner, { fingerprint, room }) {
    const digits = [ownerDigits(owner), ...(fingerprint === undefined ? [] : [fingerprint])].join('.');
    const { repository, list } = owner;
    const tag = tagOf(owner);
    const names = [
        (0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryTag */ .B1)(repository),
        ...(tag === undefined ? [] : [tag]),
        ...(list === undefined ? [] : [list.replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')]),
    ];
    const readable = names
        .join(' ')
        .slice(0, Math.max(0, room - digits.length - '[gha  ]'.length))
        .trim();
    return `[gha ${readable === '' ? '' : `${readable} `}${digits}]`;
}
function readMark(text) {
    const [, , long, short, byId, fingerprint] = text?.match(MARK) ?? [];
    const byName = long ?? short;
    return byName === undefined ? undefined : { byName, byId, fingerprint };
}
function isMarkOf(mark, owner) {
    if (!mark)
        return false;
    if (mark.byId !== undefined && owner.repositoryId !== undefined)
        return mark.byId === digitsById(owner);
    return mark.byName === digitsByName(owner, mark.byId === undefined ? BY_NAME : SHORT_BY_NAME);
}
function lacksId(mark, owner) {
    return isMarkOf(mark, owner) && mark?.byId === undefined && owner.repositoryId !== undefined;
}
function ownerDigits(owner) {
    if (owner.repositoryId === undefined)
        return digitsByName(owner, BY_NAME);
    return `${digitsByName(owner, SHORT_BY_NAME)}+${digitsById(owner)}`;
}
function isMarkedBy(text, { repository, repositoryId }) {
    const mark = readMark(text);
    const words = wordsOf(text);
    if (!mark || !words)
        return false;
    const ours = { repository, repositoryId };
    const { rest } = words;
    const owners = rest === ''
        ? [ours]
        : [
            { ...ours, tag: rest },
            { ...ours, list: rest },
        ];
    return owners.some((owner) => isMarkOf(mark, owner));
}
function markedEnvironment(text, own) {
    const mark = readMark(text);
    const words = wordsOf(text);
    if (!mark || !words || words.rest === '')
        return undefined;
    const ours = { repository: own.repository, repositoryId: own.repositoryId, tag: words.rest };
    if (isMarkOf(mark, ours))
        return ours;
    const named = { repository: words.repository, tag: words.rest };
    return isMarkOf(mark, named) && !(0,_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSameName */ .aV)(named, own) ? named : undefined;
}
function wordsOf(text) {
    const [, words = ''] = text?.match(MARK) ?? [];
    const [, owner, name, rest = ''] = words.match(/^([\w-]+);([\w.-]+)(?: (.+))?$/) ?? [];
    return owner === undefined ? undefined : { repository: `${owner}/${name}`, rest };
}
function digitsByName(owner, length) {
    const digest = digestOf(owner.repository.toLowerCase(), owner);
    return digest.toString(length === BY_NAME ? 'hex' : 'base64url').slice(0, length);
}
function digitsById(owner) {
    return digestOf(`id ${owner.repositoryId}`, owner).toString('base64url').slice(0, BY_ID);
}
function digestOf(repository, owner) {
    const list = 'list' in owner && owner.list !== undefined ? [owner.list] : [];
    const identity = [repository, tagOf(owner) ?? null, ...list];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(identity)).digest();
}
function tagOf(owner) {
    if ('tag' in owner)
        return owner.tag;
    const { repository, name } = owner;
    return name === undefined ? undefined : (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTag */ .ab)({ repository, name });
}


/***/ }),

/***/ 9075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   Df: () => (/* binding */ isOnSameServer),
/* harmony export */   Kq: () => (/* binding */ repositoryKey),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   aV: () => (/* binding */ hasSameName),
/* harmony export */   e9: () => (/* binding */ shownRepository),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
function repositoryOf({ repository, repositoryId }) {
    return { repository, repositoryId };
}
function isSameRepository(one, other) {
    if (one.repositoryId !== undefined && other.repositoryId !== undefined)
        return one.repositoryId === other.repositoryId;
    return hasSameName(one, other);
}
function hasSameName({ repository: one }, { repository: other }) {
    return one !== '' && repositoryTag(one).toLowerCase() === repositoryTag(other).toLowerCase();
}
function isOnSameServer({ repositoryId: one }, { repositoryId: other }) {
    return one === undefined || other === undefined || one.split('@')[1] === other.split('@')[1];
}
function repositoryTag(repository) {
    return (repository
        .replace('/', ';')
        .replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')
        .slice(0, 255) || 'unknown');
}
function repositoryKey({ repository, repositoryId }) {
    return repositoryId ?? repository.toLowerCase();
}
function shownRepository({ repository, repositoryId }) {
    return repositoryId === undefined ? repository : `${repository} (repository id ${repositoryId})`;
}


/***/ }),

/***/ 6597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ idChange),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   Qk: () => (/* binding */ ownerOfPlan),
/* harmony export */   XK: () => (/* binding */ REPOSITORY_ID),
/* harmony export */   cz: () => (/* binding */ authorsText)
/* harmony export */ });
/* harmony import */ var _environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7319);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4560);


function authorsText(text) {
    if (text === undefined || (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .readMark */ .Mp)(text) === undefined)
        return text;
    const own = text.replace(/\s*\[gha [^\]]*\]$/, '');
    return own === '' ? undefined : own;
}
function holderOf(text, options) {
    const mark = (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .readMark */ .Mp)(text);
    const owner = ownerOfPlan(options);
    if (!mark || !owner)
        return 'nobody';
    return (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isMarkOf */ .zx)(mark, owner) ? 'own' : 'other';
}
function idChange(text, owner) {
    return owner && (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .lacksId */ .WO)((0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .readMark */ .Mp)(text), owner) ? (0,_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(REPOSITORY_ID, undefined, owner.repositoryId) : [];
}
const REPOSITORY_ID = 'repository-id';
function ownerOfPlan({ environment, repository, repositoryId }) {
    return environment ?? (repository === undefined ? undefined : { repository, repositoryId });
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


/***/ }),

/***/ 5839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PA: () => (/* binding */ isLeased),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   pA: () => (/* binding */ entriesToWrite)
/* harmony export */ });
/* harmony import */ var _atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6400);
/* harmony import */ var _environment_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4209);
/* harmony import */ var _environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7319);
/* harmony import */ var _authors_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6597);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4560);






function planEntries(desired, existing, options) {
    return desired.map((entry) => {
        const standing = existing.find(({ address }) => (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .sameAddress */ .xU)(address, entry.address));
        return standing ? planStanding(entry, standing, options) : planNew(entry, options);
    });
}
function entriesToWrite(plans) {
    return plans.flatMap(({ entry }) => entry ?? []);
}
function planNew(desired, { owner }) {
    const { address, comment, expiresAt } = desired;
    const expiry = expiresAt === undefined ? undefined : (0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoTime */ .L)(expiresAt);
    const changes = [...(0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('comment', undefined, comment), ...(0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('expires-at', undefined, expiry)];
    const entry = { address, comment: commentOf(comment, owner), expiresAt };
    return { address, action: 'add', changes, reason: 'does not exist yet', entry };
}
function planStanding(desired, standing, options) {
    const { owner, now } = options;
    const { address } = desired;
    if (owner && (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .isMarkOf */ .zx)((0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .readMark */ .Mp)(standing.comment), owner))
        return planOwn(desired, standing, owner);
    if (isLeased(standing, now))
        return takeOver(desired, standing, owner);
    if (!endsTooSoon(desired, standing))
        return { address, action: 'foreign', changes: [], reason: 'is there already' };
    if (desired.expiresAt !== undefined && owner && (0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .isMarkedBy */ .yS)(standing.comment, owner)) {
        const changes = expiryChange(desired, standing);
        return { ...differing(address, changes), entry: { ...standing, address, expiresAt: laterOf(desired, standing) } };
    }
    return {
        address,
        action: 'foreign',
        changes: [],
        reason: 'is there already',
        notice: `access entry ${address} was made by somebody else, who lets it end at ${(0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoTime */ .L)(standing.expiresAt ?? 0)}: nothing gets in from there afterwards`,
    };
}
function planOwn(desired, standing, owner) {
    const { address } = desired;
    const before = (0,_authors_text_js__WEBPACK_IMPORTED_MODULE_3__/* .authorsText */ .cz)(standing.comment);
    const changes = [
        ...(0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('comment', before, desired.comment),
        ...expiryChange(desired, standing),
        ...(0,_authors_text_js__WEBPACK_IMPORTED_MODULE_3__/* .idChange */ .Ir)(standing.comment, owner),
    ];
    if (changes.length === 0) {
        const isPermanent = desired.expiresAt !== undefined && standing.expiresAt === undefined;
        const reason = isPermanent ? 'is permanent, and Atlas lets no such entry expire' : 'is as it should be';
        return { address, action: 'keep', changes, reason };
    }
    const comment = commentOf(desired.comment ?? before, owner);
    return { ...differing(address, changes), entry: { address, comment, expiresAt: laterOf(desired, standing) } };
}
function takeOver(desired, standing, owner) {
    const { address } = desired;
    const entry = { address, comment: commentOf(desired.comment, owner), expiresAt: laterOf(desired, standing) };
    const changes = [...(0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('comment', standing.comment, desired.comment), ...expiryChange(desired, standing)];
    return { address, action: 'update', changes, reason: 'was opened for jobs, and is listed now', entry };
}
function isLeased({ comment, expiresAt }, now) {
    return expiresAt !== undefined && (0,_environment_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .readLeases */ .Mw)(comment, now) !== undefined;
}
function differing(address, changes) {
    return { address, action: 'update', changes, reason: (0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(changes) };
}
function endsTooSoon(desired, { expiresAt: from }) {
    const { expiresAt: to } = desired;
    return from !== undefined && (to === undefined || (to > from && (0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .movesEnd */ .yr)(from, desired)));
}
function expiryChange(desired, { expiresAt: from }) {
    const { expiresAt: to } = desired;
    if (from === undefined)
        return [];
    if (to === undefined)
        return (0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('expires-at', (0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoTime */ .L)(from), 'never');
    return to > from && (0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .movesEnd */ .yr)(from, desired) ? (0,_changes_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOf */ .C2)('expires-at', (0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoTime */ .L)(from), (0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_5__/* .isoTime */ .L)(to)) : [];
}
function laterOf({ expiresAt: to }, { expiresAt: from }) {
    return to === undefined || from === undefined ? undefined : Math.max(to, from);
}
const COMMENT_ROOM = 80;
const SHORTEST_MARK = 20;
function commentOf(text, owner) {
    if (!owner)
        return text;
    const own = text ? `${text} `.slice(0, COMMENT_ROOM - SHORTEST_MARK) : '';
    return `${own}${(0,_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .writeMark */ .Lx)(owner, { room: COMMENT_ROOM - own.length })}`;
}


/***/ })

};
