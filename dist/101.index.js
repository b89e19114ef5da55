export const id = 101;
export const ids = [101];
export const modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ InputProblems),
/* harmony export */   _: () => (/* binding */ problemsIn)
/* harmony export */ });
class InputProblems extends Error {
    name = 'InputProblems';
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
async function problemsIn(read) {
    try {
        await read();
        return [];
    }
    catch (error) {
        if (error instanceof InputProblems)
            return error.problems;
        if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype)
            return [error.message];
        throw error;
    }
}


/***/ }),

/***/ 1339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ runnerAddress),
/* harmony export */   j: () => (/* binding */ assertUsable)
/* harmony export */ });
/* harmony import */ var _src_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _src_atlas_caller_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4595);


async function runnerAddress(client, given) {
    if (given !== undefined)
        return assertUsable(given, 'ip');
    return assertUsable(await askAtlas(client), "Atlas's answer about the runner's address");
}
async function askAtlas(client) {
    try {
        return await (0,_src_atlas_caller_address_js__WEBPACK_IMPORTED_MODULE_1__/* .getCallerAddress */ .M)(client);
    }
    catch (error) {
        if (client.signal.aborted || !(error instanceof Error))
            throw error;
        throw new Error(`${error.message} ${ELSEWHERE}`, { cause: error });
    }
}
const ELSEWHERE = 'Where Atlas does not tell it, give the address to sync-network-access, as ip.';
function assertUsable(text, source) {
    const parsed = (0,_src_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(text);
    const address = 'address' in parsed ? parsed.address : undefined;
    if (address === undefined || !(0,_src_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSingleAddress */ .Jl)(address)) {
        throw new Error(`${source}: ${JSON.stringify(text.slice(0, 80))} is not a single IP address, such as 203.0.113.9.`);
    }
    const problem = (0,_src_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotPublic */ .VH)(address);
    if (problem === undefined)
        return address;
    throw new Error(`${source}: ${address} is ${problem}, and Atlas never sees a connection come from it. Name the address that the runner's network shows to the internet; a private network that is peered with the project belongs into entries.`);
}


/***/ }),

/***/ 3101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkInputs: () => (/* binding */ checkInputs),
  readEntries: () => (/* binding */ readEntries)
});

// EXTERNAL MODULE: ./build/src/atlas/addresses.js
var addresses = __webpack_require__(2757);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var atlas_nearest = __webpack_require__(675);
// EXTERNAL MODULE: ./build/src/spec/text-encoding.js
var text_encoding = __webpack_require__(8646);
// EXTERNAL MODULE: ./build/src/spec/yaml-errors.js
var yaml_errors = __webpack_require__(6140);
;// CONCATENATED MODULE: ./build/src/spec/entry-list.js




const MOST_BYTES = 256 * 1024;
const MOST_ENTRIES = 200;
const MOST_KEYS = 20;
const LONGEST_KEY = 40;
function readEntryList(text, source) {
    if (Buffer.byteLength(text) > MOST_BYTES)
        return { problems: [`${source}: is larger than ${MOST_BYTES / 1024} kB`] };
    const encoding = (0,text_encoding/* encodingProblem */.p)(text);
    if (encoding !== undefined)
        return { problems: [`${source}: ${encoding}`] };
    const plain = text.replace(/^\ufeff/, '');
    if (isYaml(plain))
        return readYaml(plain, source);
    const entries = readLines(plain, source);
    if (entries.length > MOST_ENTRIES)
        return { problems: [tooMany(entries.length, source)] };
    return entries.length > 0 ? { entries } : { problems: [`${source}: holds no entries. Write [] if that is meant`] };
}
function tooMany(count, source) {
    return `${source}: lists ${count} entries; Atlas takes ${MOST_ENTRIES} in a project`;
}
function isYaml(text) {
    const first = text.split(/\r?\n/).find((line) => /^\s*[^\s#]/.test(line));
    return first !== undefined && /^\s*(?:-(?:\s|$)|---|[[{%])/.test(first);
}
function readLines(text, source) {
    return text.split(/\r?\n/).flatMap((line, index) => {
        const [, addresses = '', comment] = line.match(/^([^#]*?)(?:(?:^|\s)#(.*))?$/) ?? [undefined, line];
        const words = addresses.split(/[\s,]+/).filter((word) => word !== '');
        return words.map((address) => ({ place: `${source}:${index + 1}`, address, comment: comment?.trim() }));
    });
}
const keys = ['address', 'comment', 'expires-in-hours', 'allow-anywhere'];
function readYaml(text, source) {
    const lines = new dist/* LineCounter */.HN();
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${source}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
    };
    const explain = (code, offset) => {
        const start = text.lastIndexOf('\n', offset - 1) + 1;
        const end = text.indexOf('\n', offset);
        return `${placeOf(offset)}: ${(0,yaml_errors/* explainYaml */.J)(code, text.slice(start, end < 0 ? undefined : end))}`;
    };
    try {
        const options = { version: '1.2', schema: 'failsafe', lineCounter: lines, prettyErrors: false };
        const document = (0,dist/* parseDocument */.Tp)(text, { ...options, uniqueKeys: false });
        const [wrong] = [...document.errors, ...document.warnings];
        if (wrong)
            return { problems: [explain(wrong.code, wrong.pos[0])] };
        return readDocument(document, { source, placeOf, explain });
    }
    catch (error) {
        if (error instanceof RangeError)
            return { problems: [`${source}: is nested too deeply`] };
        throw error;
    }
}
function readDocument(document, reading) {
    const list = document.contents;
    if (!(0,dist/* isSeq */.oP)(list))
        return { problems: [`${reading.placeOf(list?.range[0] ?? 0)}: is no list; begin each entry with a dash`] };
    if (list.items.length > MOST_ENTRIES)
        return { problems: [tooMany(list.items.length, reading.source)] };
    const resolve = resolver();
    const items = list.items.map((item) => readItem(item, { ...reading, resolve }));
    const problems = items.flatMap((item) => ('problems' in item ? item.problems : []));
    if (problems.length > 0)
        return { problems };
    return { entries: items.flatMap((item) => ('entry' in item ? item.entry : [])) };
}
function resolver() {
    const anchors = new Map();
    return (node) => {
        if ((0,dist/* isAlias */.Vj)(node))
            return anchors.get(node.source) ?? 'nowhere';
        if (!(0,dist/* isNode */.Ll)(node))
            return undefined;
        if ('anchor' in node && typeof node.anchor === 'string')
            anchors.set(node.anchor, node);
        return node;
    };
}
function readItem(written, { resolve, ...reading }) {
    const item = resolve(written);
    const offset = ((0,dist/* isNode */.Ll)(written) && written.range?.[0]) || 0;
    const place = reading.placeOf(offset);
    if (item === 'nowhere')
        return { problems: [reading.explain('BAD_ALIAS', offset)] };
    if ((0,dist/* isScalar */.jn)(item))
        return { entry: { place, address: textOf(item) } };
    if (!(0,dist/* isMap */.jh)(item))
        return { problems: [`${place}: is neither an address nor address: … with comment: …`] };
    if (item.items.length > MOST_KEYS)
        return { problems: [`${place}: has ${item.items.length} keys; known are ${keys.join(', ')}`] };
    const found = new Map();
    const problems = [];
    for (const pair of item.items) {
        const read = readPair(pair, { ...reading, resolve, found });
        if (read.problem !== undefined)
            problems.push(read.problem);
        else
            found.set(read.name, read.text);
    }
    const address = found.get('address');
    if (address === undefined && problems.length === 0)
        problems.push(`${place}: has no address`);
    if (problems.length > 0 || address === undefined)
        return { problems };
    const [comment, hours, allowAnywhere] = keys.slice(1).map((key) => found.get(key)?.trim());
    return { entry: { place, address, comment, hours, allowAnywhere } };
}
function readPair({ key, value: given }, { resolve, found, placeOf, explain }) {
    const written = resolve(key);
    const value = resolve(given);
    const name = (0,dist/* isScalar */.jn)(written) ? textOf(written) : '';
    const offset = ((0,dist/* isNode */.Ll)(key) && key.range?.[0]) || 0;
    if (written === 'nowhere')
        return { problem: explain('BAD_ALIAS', offset) };
    if (!keys.some((known) => known === name))
        return { problem: `${placeOf(offset)}: ${unknownKey(name)}` };
    if (found.has(name))
        return { problem: explain('DUPLICATE_KEY', offset) };
    if (value === 'nowhere')
        return { problem: explain('BAD_ALIAS', ((0,dist/* isNode */.Ll)(given) && given.range?.[0]) || offset) };
    if (!(0,dist/* isScalar */.jn)(value))
        return { problem: `${placeOf(offset)}: ${name} needs a text` };
    return { name, text: textOf(value) };
}
function unknownKey(name) {
    const [nearest] = name.length <= LONGEST_KEY ? (0,atlas_nearest/* nearestNames */.L)(name, keys, 1) : [];
    const hint = nearest === undefined ? `known are ${keys.join(', ')}` : `did you mean ${nearest}?`;
    const shown = name.length <= LONGEST_KEY ? JSON.stringify(name) : `a text of ${name.length} characters`;
    return `${shown} is no key of an entry; ${hint}`;
}
function textOf({ value }) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./build/src/spec/expiry.js
var expiry = __webpack_require__(2238);
// EXTERNAL MODULE: ./build/src/spec/resolve-entry.js
var resolve_entry = __webpack_require__(7140);
;// CONCATENATED MODULE: ./build/src/spec/parse-entries.js




const LONGEST_COMMENT = 60;
const LONGEST_ADDRESS = 43;
const MOST_PROBLEMS = 50;
const MOST_HOURS = 168;
const HOUR = 3_600_000;
function parseEntries(text, options) {
    const written = readEntryList(text, options.source);
    if ('problems' in written)
        return written;
    const parsed = written.entries.map((entry) => parseEntry(entry, options));
    const problems = parsed.flatMap((one) => one.problems);
    if (problems.length > MOST_PROBLEMS)
        return { problems: [...problems.slice(0, MOST_PROBLEMS), `and ${problems.length - MOST_PROBLEMS} more`] };
    if (problems.length > 0)
        return { problems };
    const { unique, repeated } = withoutRepetitions(parsed.map(({ entry }) => entry));
    return {
        entries: unique,
        notices: [...parsed.flatMap(({ notice }) => notice ?? []), ...repeated, ...overlaps(unique)],
    };
}
function parseEntry(written, { now, allowAnywhere }) {
    const { place, comment, hours } = written;
    const problems = [];
    const report = (message) => void problems.push(`${place}: ${message}`);
    const parsed = (0,addresses/* parseAddress */.or)(written.address);
    const address = 'address' in parsed ? parsed.address : written.address;
    if ('problem' in parsed)
        report(`${quote(written.address)} ${parsed.problem}${commentHint(written)}`);
    const isMeant = allowAnywhere || written.allowAnywhere === 'true';
    if ((0,addresses/* isTooWide */._X)(address) && !isMeant)
        report(`${address} ${(0,resolve_entry/* whomItLetsIn */.cy)(address)}; if that is meant, set allow-anywhere: true`);
    if (written.allowAnywhere !== undefined && !['true', 'false'].includes(written.allowAnywhere))
        report('allow-anywhere is neither true nor false');
    if (comment !== undefined && comment.length > LONGEST_COMMENT)
        report(`the comment is longer than ${LONGEST_COMMENT} characters`);
    if (hours !== undefined && !(/^[1-9]\d{0,2}$/.test(hours) && Number(hours) <= MOST_HOURS))
        report(`expires-in-hours is not a whole number from 1 to ${MOST_HOURS}`);
    const isGroup = (0,addresses/* isSecurityGroup */.om)(address);
    if (isGroup && hours !== undefined)
        report(`expires-in-hours ${resolve_entry/* GROUPS_STAY */.JD}`);
    const entry = {
        address,
        comment: comment || undefined,
        expiresAt: hours === undefined || isGroup ? undefined : (0,expiry/* expiryAfter */.I$)(Number(hours) * HOUR, now),
    };
    const before = written.address.trim().toLowerCase();
    const isRounded = address.includes('/') && before.includes('/') && !before.includes(':') && before !== address;
    return { entry, problems, notice: isRounded && !isGroup ? `${place}: ${before} is taken as ${address}` : undefined };
}
function quote(address) {
    const isShown = address === '' || (address.length <= LONGEST_ADDRESS && ALMOST_AN_ADDRESS.test(address));
    return isShown ? JSON.stringify(address) : `a word of ${address.length} characters`;
}
const ALMOST_AN_ADDRESS = /^\[?[0-9a-f]{0,4}(?:[.:]{1,2}[0-9a-f]{0,4}){1,8}\]?(?:\/\d{0,3})?(?:[#,;].{0,8})?$/i;
function commentHint({ address }) {
    return /^[\p{L}-]+$/u.test(address) ? '; a comment stands behind a #' : '';
}
function withoutRepetitions(entries) {
    const unique = entries.filter(({ address }, index) => entries.findIndex((one) => one.address === address) === index);
    const repeated = unique
        .filter(({ address }) => entries.filter((one) => one.address === address).length > 1)
        .map(({ address }) => `${address} is listed more than once; what stands first counts`);
    return { unique, repeated };
}
function overlaps(entries) {
    return entries.flatMap(({ address }) => {
        const wider = entries.find((other) => (0,addresses/* containsAddress */.cj)(other.address, address));
        return wider ? [`${address} lies within ${wider.address}, which is listed, too`] : [];
    });
}

// EXTERNAL MODULE: ./build/actions/input-problems.js
var input_problems = __webpack_require__(6773);
// EXTERNAL MODULE: ./build/actions/network-access/runner-address.js
var runner_address = __webpack_require__(1339);
;// CONCATENATED MODULE: ./build/actions/sync-network-access/desired-entries.js



async function checkInputs(inputs, context) {
    const { ip } = inputs;
    const [entries, address] = await Promise.all([
        (0,input_problems/* problemsIn */._)(() => readEntries(inputs, context)),
        (0,input_problems/* problemsIn */._)(() => ip !== undefined && (0,runner_address/* assertUsable */.j)(ip, 'ip')),
    ]);
    return [...entries, ...address];
}
function readEntries(inputs, { clock, readFile }) {
    const path = inputs['entries-file'];
    const file = path === undefined ? undefined : readFile(path);
    if (file && 'problem' in file)
        throw new input_problems/* InputProblems */.N([`entries-file: ${file.problem}`]);
    const text = file?.text ?? inputs.entries;
    if (text === undefined)
        return { entries: undefined, notices: [] };
    const options = {
        source: path ?? 'entries',
        now: clock.now(),
        allowAnywhere: inputs['allow-anywhere'] ?? true,
    };
    const parsed = parseEntries(text, options);
    if ('problems' in parsed)
        throw new input_problems/* InputProblems */.N(parsed.problems);
    return parsed;
}


/***/ }),

/***/ 4595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ getCallerAddress)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);


const ipInfo = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .operation */ .M)({
    method: 'GET',
    root: '/api/private',
    path: '/ipinfo',
    version: undefined,
    task: "ask Atlas for the runner's address",
    role: 'Organization Member',
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ currentIpv4Address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
async function getCallerAddress(client) {
    const { currentIpv4Address } = await client.call(ipInfo, { path: {} });
    return currentIpv4Address;
}


/***/ }),

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ nearestNames)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

function nearestNames(given, known, most = 3) {
    const wanted = given.toLowerCase();
    return known
        .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
        .filter(({ name, distance: far }) => far <= Math.max(2, Math.ceil(Math.max(given.length, name.length) / 2)))
        .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
        .slice(0, most)
        .map(({ name }) => name);
}
function distance(one, other) {
    return one.includes(other) || other.includes(one) ? 1 : (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(one, other);
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ expiryAfter),
/* harmony export */   IJ: () => (/* binding */ endsWithEnvironment),
/* harmony export */   Rd: () => (/* binding */ longestLife),
/* harmony export */   ZU: () => (/* binding */ latestExpiry),
/* harmony export */   nT: () => (/* binding */ environmentExpiry)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4560);

const HOUR = 3_600_000;
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;
function expiryAfter(life, now) {
    return now + Math.min(life, LONGEST - MARGIN);
}
const USUAL_HOURS = 72;
function environmentExpiry({ hours, now, standing, }) {
    const asked = now + (hours ?? USUAL_HOURS) * HOUR;
    if (standing === undefined)
        return asked;
    const wanted = hours === undefined ? Math.max(asked, standing) : asked;
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, wanted) ? wanted : standing;
}
function longestLife(standing, now) {
    if (standing === undefined)
        return undefined;
    const latest = expiryAfter(LONGEST, now);
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, latest) ? latest : standing;
}
function latestExpiry(hours, { context, expiresAt }) {
    if (hours !== undefined)
        return expiryAfter(hours * HOUR, context.now);
    return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}
function endsWithEnvironment(hours, { context }) {
    return hours === undefined && context.environment !== undefined;
}


/***/ }),

/***/ 7140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ GROUPS_STAY),
/* harmony export */   Tp: () => (/* binding */ resolveEntry),
/* harmony export */   Ud: () => (/* binding */ sharedEntryIssues),
/* harmony export */   cy: () => (/* binding */ whomItLetsIn)
/* harmony export */ });
/* harmony import */ var _atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2238);


function resolveEntry(document, { resolving, index }) {
    const { comment } = document;
    const hours = document['expires-in-hours'];
    const report = (key, message) => resolving.report({ path: ['network-access', index, key], message });
    const parsed = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(document.address);
    const address = 'address' in parsed ? parsed.address : document.address;
    if ('problem' in parsed)
        report('address', parsed.problem);
    if ((0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isTooWide */ ._X)(address) && document['allow-anywhere'] !== true) {
        report('address', `${whomItLetsIn(address)}; if that is meant, add allow-anywhere: true`);
    }
    const isGroup = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecurityGroup */ .om)(address);
    if (isGroup && hours !== undefined)
        report('expires-in-hours', GROUPS_STAY);
    return {
        address,
        comment,
        expiresAt: isGroup ? undefined : (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .latestExpiry */ .ZU)(hours, resolving),
        endsWithEnvironment: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .endsWithEnvironment */ .IJ)(hours, resolving),
    };
}
const GROUPS_STAY = 'does not go with an AWS security group: Atlas never removes those by itself';
function whomItLetsIn(address) {
    return address.endsWith('/0') ? 'lets the whole internet in' : 'lets a good part of the internet in';
}
function sharedEntryIssues(entries) {
    return entries.flatMap(({ address }, index) => entries.slice(0, index).some((earlier) => earlier.address === address)
        ? [{ path: ['network-access', index, 'address'], message: 'is the address of an earlier entry, too' }]
        : []);
}


/***/ }),

/***/ 8646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ encodingProblem)
/* harmony export */ });
function encodingProblem(text) {
    if (text.includes('\0'))
        return 'is UTF-16, or no text at all; save it as UTF-8';
    return text.includes('\ufffd') ? 'holds bytes that are no UTF-8 text; save it as UTF-8' : undefined;
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ explainYaml)
/* harmony export */ });
const explanations = {
    BAD_ALIAS: 'refers with * to something that no & names before it',
    BAD_DQ_ESCAPE: 'has an escape that YAML does not know; use single quotes for a backslash',
    BAD_INDENT: 'is indented unlike its neighbours, or a bracket before it is not closed',
    BAD_SCALAR_START: 'begins with a character that needs quotes',
    BLOCK_AS_IMPLICIT_KEY: 'has a colon too many: quote the value, or put it on a line of its own',
    BLOCK_IN_FLOW: 'has an indented block within { } or [ ]',
    DUPLICATE_KEY: 'names a key twice',
    MISSING_CHAR: 'lacks a closing quote or bracket, a colon, a comma or a space',
    MULTILINE_IMPLICIT_KEY: 'has a key over several lines; is a colon missing?',
    MULTIPLE_DOCS: 'begins a second document (---); there must be one only',
    RESOURCE_EXHAUSTION: 'is nested too deeply',
    TAB_AS_INDENT: 'is indented with a tab; YAML wants spaces',
    TAG_RESOLVE_FAILED: 'has a tag (!…) that means nothing here',
    UNEXPECTED_TOKEN: 'has something that does not belong here',
};
function explainYaml(code, line) {
    const isTabbed = /^ *\t/.test(line) && code !== 'BAD_ALIAS';
    const hint = line.includes(`\${`) ? `; within { } and [ ] a variable needs quotes: "\${NAME}"` : '';
    return `is not valid YAML: the line ${(isTabbed ? explanations.TAB_AS_INDENT : explanations[code]) ?? `is wrong (${code})`}${hint}`;
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
