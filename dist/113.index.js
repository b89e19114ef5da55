export const id = 113;
export const ids = [113,476,425];
export const modules = {

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closedPullRequest: () => (/* binding */ closedPullRequest),
/* harmony export */   clusterProblems: () => (/* binding */ clusterProblems),
/* harmony export */   environmentNamed: () => (/* binding */ environmentNamed),
/* harmony export */   environmentOf: () => (/* binding */ environmentOf),
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var _src_environment_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9075);

function environmentNamed(job, name) {
    if (job.repository === '') {
        throw new Error(`Environment ${name} needs a repository to belong to, and GITHUB_REPOSITORY is not set. Run the step in a workflow, or name a cluster instead of an environment.`);
    }
    return { ...(0,_src_environment_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(job), name };
}
function environmentOf(job, { named, namesCluster }) {
    const { pullRequest } = job;
    if (named !== undefined) {
        assertMeant(named, job);
        return environmentNamed(job, named);
    }
    return pullRequest === undefined || namesCluster ? undefined : environmentNamed(job, `pr-${pullRequest}`);
}
function closedPullRequest({ pullRequest, isPullRequestClosed, eventName }, { named, environment }) {
    if (named !== undefined || environment === undefined || !isPullRequestClosed)
        return undefined;
    return `Nothing was done: pull request ${pullRequest} is closed (event ${eventName}). To provision all the same, name the environment: ${environment.name}.`;
}
function clusterProblems(given, job, question) {
    if (!('environment' in given && 'cluster-name' in given))
        return [];
    const { environment: named, 'cluster-name': clusterName } = given;
    const environment = environmentOf(job, { named, namesCluster: clusterName !== undefined });
    return environment || clusterName !== undefined
        ? []
        : [`environment or cluster-name is required: ${question} ${job.withoutPullRequest}`];
}
function pullRequestOf(environment) {
    const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
    return number === undefined ? undefined : Number(number);
}
const leftovers = [
    /^[^\p{L}\p{N}]*$/u,
    /[-_/#:@\s]$/,
    /^[-/]/,
    /^(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
    /^(?:pr|pull|pulls|pull[-_]?request|mr|preview|review|env|environment)[-_/#: ]*(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
];
function assertMeant(name, { pullRequest, withoutPullRequest }) {
    if (!leftovers.some((leftover) => leftover.test(name)))
        return;
    const why = pullRequest === undefined ? withoutPullRequest : `This run is for pull request ${pullRequest}.`;
    const instead = pullRequest === undefined
        ? 'Name the environment in full, such as pr-12.'
        : `Leave environment out: it is pr-${pullRequest} then.`;
    throw new Error(`environment: ${JSON.stringify(name)} is what an expression without a value leaves, such as pr-\${{ github.event.number }}, and every such run would share it. ${why} ${instead}`);
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

/***/ 1450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ taggedRepository),
/* harmony export */   P5: () => (/* binding */ isMadeBy),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   dt: () => (/* binding */ ownershipTags),
/* harmony export */   nP: () => (/* binding */ tagNames),
/* harmony export */   p1: () => (/* binding */ expiryOf),
/* harmony export */   wO: () => (/* binding */ taggedEnvironment)
/* harmony export */ });
/* unused harmony exports isAmbiguous, formatExpiry */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8018);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9075);


const tagNames = {
    repository: 'gha-repository',
    repositoryId: 'gha-repository-id',
    environment: 'gha-environment',
    runId: 'gha-run-id',
    expiresAt: 'gha-expires-at',
};
function ownershipTags({ repository, repositoryId, runId, environment, expiresAt }) {
    return {
        [tagNames.repository]: (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1)(repository),
        ...(repositoryId !== undefined && { [tagNames.repositoryId]: repositoryId }),
        ...(environment && { [tagNames.environment]: (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentTag */ .ab)(environment) }),
        [tagNames.runId]: runId,
        ...(expiresAt !== undefined && { [tagNames.expiresAt]: formatExpiry(expiresAt) }),
    };
}
function taggedRepository(tags) {
    const name = tags[tagNames.repository];
    const repositoryId = tags[tagNames.repositoryId];
    if (!name || isAmbiguous(tags))
        return undefined;
    if (repositoryId !== undefined && !/^[1-9]\d{0,18}(@[a-z0-9._-]{1,200})?$/.test(repositoryId))
        return undefined;
    return { repository: name.replace(';', '/'), repositoryId };
}
function isAmbiguous(tags) {
    return Object.values(tagNames).some((name) => tags[name]?.includes('\n'));
}
function taggedEnvironment(tags) {
    const repository = taggedRepository(tags);
    const tag = tags[tagNames.environment];
    const isWellFormed = /^[\w-]+;(?!\.{1,2}$)[\w.-]+$/.test(tags[tagNames.repository] ?? '');
    return repository && isWellFormed && tag ? { ...repository, tag } : undefined;
}
function ownerOf(tags, environment) {
    const repository = taggedRepository(tags);
    if (!repository)
        return 'foreign';
    if (!(0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(repository, environment))
        return 'other-repository';
    return tags[tagNames.environment] === (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentTag */ .ab)(environment) ? 'own' : 'sibling';
}
function isMadeBy(tags, repository) {
    const maker = taggedRepository(tags);
    return maker !== undefined && (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRepository */ .ve)(maker, repository);
}
function formatExpiry(milliseconds) {
    return new Date(milliseconds).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}
function expiryOf(tags) {
    const [, year, month, day, hour, minute, second] = tags[tagNames.expiresAt]?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/) ?? [];
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return !Number.isNaN(time) && formatExpiry(time) === tags[tagNames.expiresAt] ? time : undefined;
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
