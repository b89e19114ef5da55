export const id = 178;
export const ids = [178];
export const modules = {

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ clusterProgress)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(137);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9141);


function clusterProgress({ clock, log }) {
    const since = clock.now();
    const isDue = (0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIsDue */ .j)({ clock });
    return ({ name, stateName }) => {
        if (isDue(stateName, name))
            log.info(`Cluster "${name}": ${stateName} after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(clock.now() - since)}.`);
    };
}


/***/ }),

/***/ 5481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   EG: () => (/* binding */ appNameOf),
/* harmony export */   K4: () => (/* binding */ connectionOutputsOf),
/* harmony export */   mQ: () => (/* binding */ connectionTo)
/* harmony export */ });
/* harmony import */ var _src_atlas_connection_strings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8998);

function connectionTo(cluster, options, { mask }) {
    const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
    const complete = (address) => {
        if (address === undefined)
            return undefined;
        const uri = (0,_src_atlas_connection_strings_js__WEBPACK_IMPORTED_MODULE_0__/* .withLogin */ .E)(address, options);
        if (options.login.kind === 'password')
            mask(uri);
        return uri;
    };
    const endpoint = privateEndpoint[0];
    return {
        srv: complete(standardSrv),
        standard: complete(standard),
        private: complete(privateSrv ?? peered ?? endpoint?.srv ?? endpoint?.standard),
    };
}
function connectionOutputsOf({ cluster, connection, groupId, username, password, }) {
    const address = cluster.connectionStrings.standardSrv ?? cluster.connectionStrings.standard;
    return {
        'connection-string': connection?.srv,
        'connection-string-standard': connection?.standard,
        'connection-string-private': connection?.private,
        host: address === undefined ? undefined : (0,_src_atlas_connection_strings_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w)(address),
        username,
        password,
        'project-id': groupId,
        'cluster-id': cluster.id,
        'cluster-name': cluster.name,
        'mongodb-version': cluster.mongodbVersion,
    };
}
function appNameOf(repository) {
    return repository.slice(0, 100) || 'atlas-actions';
}
function loginOf(kind, { username, password }) {
    if (kind === 'password')
        return password === undefined ? undefined : { kind: 'password', username, password };
    if (kind.startsWith('x509'))
        return { kind: 'x509' };
    return kind.startsWith('aws-iam') ? { kind: 'aws-iam' } : { kind: 'oidc' };
}


/***/ }),

/***/ 7795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sl: () => (/* binding */ keepAccess),
/* harmony export */   g: () => (/* binding */ leaveAccess),
/* harmony export */   pz: () => (/* binding */ keptAccess)
/* harmony export */ });
const state = {
    groupId: 'access-project',
    address: 'access-address',
    leaseId: 'access-lease',
    expires: 'access-expires',
};
function keepAccess({ saveState }, access) {
    saveState(state.groupId, access.groupId);
    saveState(state.leaseId, access.leaseId);
    saveState(state.expires, access.expires);
    saveState(state.address, access.address);
}
function leaveAccess({ saveState }) {
    saveState(state.address, '');
}
function keptAccess({ state: kept }) {
    const address = kept(state.address);
    if (address === '')
        return undefined;
    return { address, groupId: kept(state.groupId), leaseId: kept(state.leaseId), expires: kept(state.expires) };
}


/***/ }),

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ planClosing),
/* harmony export */   Yf: () => (/* binding */ leaseTime),
/* harmony export */   sO: () => (/* binding */ planOpening)
/* harmony export */ });
/* harmony import */ var _src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4209);
/* harmony import */ var _src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5839);


const DAY = 24 * 3_600_000;
function leaseTime({ clock, time }) {
    return time.now() ?? clock.now() - DAY;
}
const WORTHWHILE = 5 * 60_000;
const ENDS_ANYWAY = 60_000;
function planOpening(entries, wish, now) {
    const standing = entries.find(({ address }) => address === wish.address);
    if (!standing)
        return write('open', wish, { leases: joinWish(nobody(wish), wish), expiresAt: wish.expiresAt });
    const leases = leasesOf(standing, now);
    if (!leases)
        return { kind: 'foreign', expiresAt: standing.expiresAt };
    const isMine = leases.held.some(({ id }) => id === wish.leaseId);
    const livesLongEnough = (standing.expiresAt ?? 0) >= wish.expiresAt - WORTHWHILE;
    if (livesLongEnough && (leases.isFull || isMine)) {
        return { kind: leases.isFull ? 'full' : 'held', expiresAt: standing.expiresAt };
    }
    const expiresAt = Math.max(standing.expiresAt ?? 0, wish.expiresAt);
    const joined = joinWish(leases, wish);
    return write(joined.isFull ? 'full' : isMine ? 'renew' : 'join', wish, { leases: joined, expiresAt });
}
function planClosing(standing, { leaseId }, now) {
    const stays = { kind: 'stays', others: 0, expiresAt: standing?.expiresAt };
    if (!standing)
        return { ...stays, reason: 'gone' };
    const leases = leasesOf(standing, now);
    if (!leases)
        return { ...stays, reason: 'foreign' };
    if (leases.isFull)
        return { ...stays, reason: 'full' };
    const rest = (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaveLeases */ .b_)(leases, leaseId);
    const others = rest.held.length;
    if (others === 0)
        return { ...stays, kind: 'goes', reason: 'last' };
    if (others === leases.held.length)
        return { ...stays, others, reason: 'not mine' };
    if ((standing.expiresAt ?? 0) < now + ENDS_ANYWAY)
        return { ...stays, others, reason: 'others' };
    const entry = { ...standing, comment: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .writeLeases */ .bW)(rest) };
    return { ...stays, kind: 'changes', entry, others, reason: 'others' };
}
function leasesOf(entry, now) {
    return (0,_src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .isLeased */ .PA)(entry, now) ? (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .readLeases */ .Mw)(entry.comment, now) : undefined;
}
function nobody({ owner }) {
    return { owner, held: [], isFull: false };
}
function joinWish(leases, wish) {
    const owner = wish.owner.startsWith(leases.owner) ? wish.owner : leases.owner;
    return (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLeases */ .wC)({ ...leases, owner }, (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseUntil */ .PS)(wish.leaseId, wish.expiresAt));
}
function write(kind, { address }, { leases, expiresAt }) {
    return { kind, expiresAt, entry: { address, comment: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .writeLeases */ .bW)(leases), expiresAt } };
}


/***/ }),

/***/ 8124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ openForJob),
/* harmony export */   NH: () => (/* binding */ openRunner),
/* harmony export */   T0: () => (/* binding */ mayBeOpen),
/* harmony export */   b5: () => (/* binding */ wishFor),
/* harmony export */   mv: () => (/* binding */ runnerOf)
/* harmony export */ });
/* harmony import */ var _src_atlas_access_list_readiness_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5665);
/* harmony import */ var _src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2678);
/* harmony import */ var _src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6400);
/* harmony import */ var _src_environment_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4209);
/* harmony import */ var _src_environment_repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9075);
/* harmony import */ var _src_spec_expiry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2238);
/* harmony import */ var _kept_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7795);
/* harmony import */ var _lease_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3198);
/* harmony import */ var _runner_address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1339);









const USUAL_LIFE = 6 * 3_600_000;
function wishFor(address, { client, context, life = USUAL_LIFE }) {
    const { repository, repositoryId, runId } = context.job;
    return {
        address,
        leaseId: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseId */ .K)({ runId, job: `${(0,_src_environment_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryKey */ .Kq)({ repository, repositoryId })} ${context.jobKey()}` }),
        owner: repository,
        expiresAt: (0,_src_spec_expiry_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryAfter */ .I$)(life, client.time.forExpiry()),
    };
}
async function runnerOf(client, context) {
    const wish = wishFor(await (0,_runner_address_js__WEBPACK_IMPORTED_MODULE_6__/* .runnerAddress */ .Z)(client), { client, context });
    return (groupId) => openForJob(groupId, { wish, client, context });
}
async function openRunner(client, groupId, context) {
    const wish = wishFor(await (0,_runner_address_js__WEBPACK_IMPORTED_MODULE_6__/* .runnerAddress */ .Z)(client), { client, context });
    const underway = (note) => context.underway([mayBeOpen(wish), note ?? []].flat().join(' '));
    underway(undefined);
    const forJob = openForJob(groupId, { wish, client, context });
    const writing = { groupId, lacking: forJob.lacking };
    const written = await (0,_src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLacking */ .$0)(client, writing);
    forJob.onOpened(written.existing);
    const addresses = [forJob.address];
    let isSettled = false;
    const settled = async () => {
        const since = isSettled ? { ...written, at: undefined } : written;
        const reading = await (0,_src_atlas_access_list_readiness_js__WEBPACK_IMPORTED_MODULE_0__/* .waitUntilSettled */ .D)(client, { ...writing, addresses, written: since, shared: forJob.address });
        isSettled = true;
        return reading;
    };
    return { settled, underway };
}
function openForJob(groupId, { wish, client, context }) {
    const { address, leaseId, expiresAt } = wish;
    (0,_kept_access_js__WEBPACK_IMPORTED_MODULE_4__/* .keepAccess */ .Sl)(context, { groupId, address, leaseId, expires: (0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_8__/* .isoTime */ .L)(expiresAt) });
    const decide = (entries) => (0,_lease_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planOpening */ .sO)(entries, wish, (0,_lease_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .leaseTime */ .Yf)(client));
    return {
        address,
        lacking: (entries) => [decide(entries).entry ?? []].flat(),
        onOpened: (existing) => tell(wish, decide(existing), context),
    };
}
function tell(wish, opening, { log }) {
    log.info(sayOpening(wish.address, opening));
    const endsTooSoon = opening.kind === 'foreign' && (opening.expiresAt ?? wish.expiresAt) < wish.expiresAt;
    if (!endsTooSoon)
        return;
    log.notice(`${wish.address} is let in by an entry that is not of atlas-actions, and that ends at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_8__/* .isoTime */ .L)(opening.expiresAt ?? 0)}: this job cannot connect afterwards.`);
}
function mayBeOpen({ address, expiresAt }) {
    return `${address} may be open now; the post step of this action closes it, and Atlas at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_8__/* .isoTime */ .L)(expiresAt)} at the latest.`;
}
function sayOpening(address, { kind, expiresAt }) {
    const end = expiresAt === undefined ? 'for good' : `until ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_8__/* .isoTime */ .L)(expiresAt)} at the latest`;
    switch (kind) {
        case 'open':
            return `${address} has been opened for this job, ${end}.`;
        case 'join':
            return `${address} was open for other jobs, and is for this one too now, ${end}.`;
        case 'renew':
            return `${address} stays open for this job, ${end}.`;
        case 'held':
            return `${address} is open for this job already, ${end}.`;
        case 'full':
            return `${address} is shared by more jobs than its entry can name, so nobody closes it: it is open ${end}.`;
        case 'foreign':
            return `${address} is open by an entry that is not of this job, ${end}; it is left as it is.`;
        default:
            throw new Error(`No such opening: ${String(kind)}`);
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

/***/ 9141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ lineIsDue)
/* harmony export */ });
const QUIET = 30_000;
const LONGEST_QUIET = 5 * 60_000;
function lineIsDue({ clock }, first) {
    const told = new Map();
    if (first !== undefined)
        told.set('', { state: first, at: clock.now(), quiet: QUIET });
    return (state, name = '') => {
        const now = clock.now();
        const before = told.get(name);
        const isSame = before?.state === state;
        if (isSame && now - before.at < before.quiet)
            return false;
        told.set(name, { state, at: now, quiet: isSame ? Math.min(before.quiet * 2, LONGEST_QUIET) : QUIET });
        return true;
    };
}


/***/ }),

/***/ 5665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ waitUntilSettled)
/* harmony export */ });
/* harmony import */ var _access_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4432);
/* harmony import */ var _access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2678);
/* harmony import */ var _fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4828);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8878);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8396);
/* harmony import */ var _timings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1870);






const SHOWN_WITHIN = 20_000;
const MOST_WRITES = 6;
const AT_ONCE = 10;
const QUIET = 30_000;
const SPREAD = 5_000;
async function waitUntilSettled(client, settling) {
    const { addresses, written } = settling;
    if (addresses.length === 0 && written.at === undefined)
        return undefined;
    const { clock } = client;
    const now = clock.now();
    const wait = {
        pending: addresses,
        writtenAt: written.at,
        writes: 0,
        since: written.at ?? now,
        toldAt: now,
    };
    if (written.at === undefined && (await readOnce(client, settling, wait)))
        return;
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => readOnce(client, settling, wait),
        done: (isSettled) => isSettled,
        schedule: (elapsed) => wait.pending.length > 0 ? schedule(elapsed) : Math.max(0, readBackAt(settling, wait) - clock.now()),
        since: wait.since,
        what: `The activation of ${addresses.join(', ')} in the IP access list`,
    });
    return wait.reading;
}
async function readOnce(client, settling, wait) {
    const { groupId, lacking, shared } = settling;
    const wasPending = wait.pending.length > 0;
    if (wasPending)
        await ask(client, settling, wait);
    if (wait.pending.length === 0 && wait.writtenAt === undefined)
        return true;
    tellOf(client, wait);
    if (wait.pending.length > 0 || client.clock.now() < readBackAt(settling, wait))
        return false;
    if (!wasPending && shared !== undefined) {
        wait.pending = [shared];
        await ask(client, settling, wait);
    }
    if (wait.pending.length > 0)
        return false;
    const reading = await (0,_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccessList */ .fU)(client, groupId);
    const undone = lacking(reading.entries);
    if (undone.length === 0) {
        wait.reading = reading;
        return true;
    }
    await writeAgain(client, settling, { wait, what: undone.map(({ address }) => address).join(', ') });
    return false;
}
async function ask(client, settling, wait) {
    const { groupId } = settling;
    while (wait.pending.length > 0) {
        const batch = wait.pending.slice(0, AT_ONCE);
        const asked = await Promise.all(batch.map((address) => readStatus(client, { groupId, address })));
        const still = asked.filter(({ status }) => status !== 'ACTIVE').map(({ address }) => address);
        wait.pending = [...still, ...wait.pending.slice(AT_ONCE)];
        const missing = asked.filter(({ status }) => status === 'MISSING').map(({ address }) => address);
        const isLate = client.clock.now() >= (wait.writtenAt ?? wait.since) + SHOWN_WITHIN;
        if (missing.length > 0 && isLate)
            await writeAgain(client, settling, { wait, what: missing.join(', ') });
        if (still.length > 0)
            return;
    }
}
async function writeAgain(client, { addresses, ...writing }, { wait, what }) {
    wait.writes += 1;
    if (wait.writes > MOST_WRITES)
        throw new Error(lost(what, writing.groupId));
    client.log(`Atlas does not show ${what} in the IP access list; writing it again.`);
    await client.clock.sleep(client.random() * SPREAD, client.signal);
    const { at } = await (0,_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLacking */ .$0)(client, writing);
    wait.writtenAt = at ?? wait.writtenAt;
    wait.pending = addresses;
}
function readBackAt({ shared }, { writtenAt = 0 }) {
    return writtenAt + (shared === undefined ? _fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .LAG */ .pJ : _fresh_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .READ_BACK_AFTER */ ._i);
}
function tellOf({ clock, log }, wait) {
    if (clock.now() < wait.toldAt + QUIET)
        return;
    wait.toldAt = clock.now();
    const seconds = Math.round((clock.now() - wait.since) / 1_000);
    log(`Waiting for ${wait.pending.join(', ') || 'the access list to settle'} after ${seconds} s.`);
}
const schedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.activateEntry);
async function readStatus(client, place) {
    const status = await (0,_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .getEntryStatus */ .vw)(client, place);
    if (status !== 'FAILED')
        return { address: place.address, status };
    throw new Error(`Atlas could not activate ${place.address} in the IP access list of project ${place.groupId} (status FAILED). Remove the entry in Atlas, Security › Network Access, and run the step again.`);
}
function lost(what, groupId) {
    return `Atlas took ${what} for the IP access list of project ${groupId} ${MOST_WRITES + 1} times, and does not show it. Something else removes it, or writes to the list at the same time: run the step again when that is over.`;
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

/***/ 8998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withLogin),
/* harmony export */   w: () => (/* binding */ hostOf)
/* harmony export */ });
/* harmony import */ var mongodb_connection_string_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4424);

function withLogin(address, { login, database, appName }) {
    const uri = new mongodb_connection_string_url__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionString */ .QZ(address);
    if (login.kind === 'password') {
        uri.username = encode(login.username);
        uri.password = encode(login.password);
    }
    uri.pathname = `/${database === undefined ? '' : encode(database)}`;
    for (const [name, value] of Object.entries({
        ...mechanisms[login.kind],
        retryWrites: 'true',
        w: 'majority',
        appName,
    })) {
        uri.searchParams.set(name, value);
    }
    return uri.href;
}
const mechanisms = {
    password: { authSource: 'admin' },
    x509: { authMechanism: 'MONGODB-X509', authSource: '$external' },
    'aws-iam': { authMechanism: 'MONGODB-AWS', authSource: '$external' },
    oidc: { authMechanism: 'MONGODB-OIDC', authSource: '$external', authMechanismProperties: 'ENVIRONMENT:k8s' },
};
function hostOf(address) {
    return new mongodb_connection_string_url__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionString */ .QZ(address).hosts.join(',');
}
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}


/***/ }),

/***/ 2279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createOnce),
/* harmony export */   x: () => (/* binding */ changeSafely)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

const LOST_ANSWERS = 3;
const LOOK_AGAIN = 3_000;
const PASSES_IN = 20_000;
async function createOnce(client, request) {
    for (let lost = 0;;) {
        try {
            return { thing: await request.create(), isNew: true, isAnswer: true };
        }
        catch (error) {
            const outcome = await recover(client, error, { request, lost });
            if (typeof outcome === 'object')
                return outcome;
            if (outcome === 'not carried out')
                lost += 1;
        }
    }
}
async function recover(client, error, { request, lost }) {
    if (client.signal.aborted)
        throw error;
    const isTaken = hasCode(error, request.takenCodes);
    if (!isTaken && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(error)) {
        await waitIfPassing(client, error, request.passingCodes ?? []);
        return 'has passed';
    }
    if (!isTaken)
        client.log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error)} It is not known whether ${request.what} was made; looking for it.`);
    const found = await lookThrice(client, request.find);
    if (found !== undefined)
        return { thing: found, isNew: !isTaken || lost > 0, isAnswer: false };
    if (isTaken || lost + 1 >= LOST_ANSWERS)
        throw error;
    client.log('It is not there, so nothing was carried out; sending the request again.');
    return 'not carried out';
}
const monitoringIsBehind = [
    'OPERATION_INVALID_MEMBER_REPLICATION_LAG',
    'OPERATION_INVALID_SHARDS_NO_PRIMARY',
    'SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN',
];
async function changeSafely(client, change, { passingCodes = [] } = {}) {
    const passing = [...monitoringIsBehind, ...passingCodes];
    for (let lost = 1;;) {
        try {
            return await change();
        }
        catch (error) {
            if (client.signal.aborted)
                throw error;
            if (hasCode(error, passing)) {
                await waitIfPassing(client, error, passing);
                continue;
            }
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(error) || lost === LOST_ANSWERS)
                throw error;
            lost += 1;
            client.log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error)} The change may be sent twice, so it is sent again.`);
            await client.clock.sleep(LOOK_AGAIN, client.signal);
        }
    }
}
async function waitIfPassing(client, error, passingCodes) {
    const { clock, deadline, log, signal } = client;
    if (!hasCode(error, passingCodes) || clock.now() + PASSES_IN > deadline.at)
        throw error;
    log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error)} This passes; trying again in ${PASSES_IN / 1_000} s.`);
    await clock.sleep(PASSES_IN, signal);
}
function hasCode(error, codes) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL && error.code !== undefined && codes.includes(error.code);
}
async function lookThrice(client, find) {
    for (let look = 1;; look++) {
        const found = await find();
        if (found !== undefined || look === 3)
            return found;
        await client.clock.sleep(LOOK_AGAIN, client.signal);
    }
}


/***/ }),

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   O$: () => (/* binding */ derivedFingerprint),
/* harmony export */   Y6: () => (/* binding */ randomFingerprint),
/* harmony export */   tN: () => (/* binding */ randomPassword)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function derivePassword(seed, { projectId, clusterName, username }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', seed).update(`${projectId}/${clusterName}/${username}`).digest('base64url');
}
function randomPassword() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
}
function derivedFingerprint({ seed, password }, { projectId, username }) {
    const salt = `atlas-actions ${projectId} ${username} ${password}`;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)(seed, salt, 3, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }).toString('hex');
}
function randomFingerprint() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex');
}


/***/ }),

/***/ 8775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ unpreparable),
/* harmony export */   o: () => (/* binding */ isKnownToEveryDriver)
/* harmony export */ });
function isKnownToEveryDriver(password) {
    const characters = Array.from(password);
    const isKnown = (character) => !PROHIBITED.test(character) && !isUnassigned(character.codePointAt(0) ?? 0);
    return characters.every(isKnown) && isOneDirection(characters);
}
function unpreparable(username) {
    return `the password of user "${username}" holds characters that SASLprep (RFC 4013) refuses or that are newer than Unicode 3.2: some drivers do not log in with it. Letters, digits and signs of ASCII work in all of them`;
}
const PROHIBITED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u2ff0-\u2ffb\ufffc\ufffd]|\u0340|\u0341|(?! )\p{Zs}/u;
function isOneDirection(characters) {
    if (!characters.some((one) => RIGHT_TO_LEFT.test(one)))
        return true;
    const ends = [characters.at(0) ?? '', characters.at(-1) ?? ''];
    return ends.every((one) => RIGHT_TO_LEFT.test(one)) && !characters.some((one) => LEFT_TO_RIGHT.test(one));
}
const RIGHT_TO_LEFT = /[\u05be\u05c0\u05c3\u05d0-\u05f4\u061b-\u064a\u066d-\u06d5\u06dd-\u07b1\ufb1d-\ufdfc\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /(?![\u0590-\u07bf\ufb1d-\ufefc])\p{L}/u;
function isUnassigned(codePoint) {
    return codePoint > 0x7f && unassigned.some(([from, to]) => codePoint >= from && codePoint <= to);
}
const UNASSIGNED = `
  f5 j+r 2n+1 1s+g 29+f h+3 3+3 2+2 2+4 8 2 l 19 14+8 3s 20 13+1 3+5 h+w 13+1 8 14 3+5 i o b+a s+4 6+m 2+d 2+2 2
  r+4 n+9 3z+1 g f v+2 s+1g 1f+9a 4 1i+1 j+1 6+2 q+f 4 9+1 3+1 n 8 2+2 5+1 2 8+1 3+1 4+8 2+3 3 6+1 m+6 2+1 7+3
  3+1 n 8 3 3 3+1 2 6+3 3+1 4+a 5 2+6 g+b 4 8 2 4 n 8 3 6+1 b 4 4+1 2+e 2+4 b+g 4 9+1 3+1 n 8 3+1 5+1 9+2 3+1
  4+7 3+3 3 4+3 c+g 3 7+2 4 5+2 3 2 3+2 3+2 4+2 9 4+3 6+2 4 5+8 2+e d+d 4 9 4 o b 6+3 8 4 5+6 3+8 3+3 b+h 3 9 4
  o b 6+3 8 4 5+6 3+6 2 3+3 b+h 3 9 4 o h+3 7+1 4 5+8 2+7 3+3 b+h 3 j+2 p a 2+1 8+2 2+3 7 2 9+h 4+b 1n+3 u+10 3
  2+1 3 2+1 2+5 5 8 4 2 2+1 3 e 4+1 6 2 7+1 b+1 3+x 21 z+5 s+3 9 11 g+1 2+1b z 6 3 8+2 5+5 r+1x 13+9 16+1 2+3
  2j+4 1x+4 2b+5 8 1s 2 5+1 8 2 5+1 14 2 5+1 w 2 5+1 8 2 5+1 8 8 o w 2 5+1 8 14 k+5 t+y 2e+b hj+8 u+2 2a+e e 8+a
  o+8 l+b e 4 3+b 2m+2 b+l g b+5 2h+7 17+11x 4d+3 2j+5 n+1 7+1 13+1 7+1 9 2 2 2 w+1 1i g f+1 7 k+1 4 a 2c+3 2+6
  6+5 9+1 s+g j+t s+k 1o+1 g+6 1e+b g0+1c 14+o c+k 4g 7p+1 3 2u+1 b+3a 5 5+1 t 10 2 5+2 2 8+1 1h+2 p f+g t+3
  lt+ov r 2i+b 5z+p d+3 1t 2f+1 2w+4 15+3 2n 15+1j 1a+2 11+c 18+2 26+3 1c 3c+3 2s+1 w 52v+21 g4n+2h we+2 1k+1fc
  8md+2j 6r3+1 1o+44 8+b 6+4 r 6 2 3 3 31+w a6+f 1t+1 1j+13 e+2 h+f 5+b o+1 b k 5+3 6 3s+1 2 5b+2 7+1 7+1 7+1
  4+2 8 8+9 6+ld w 5+b s+50 13+1 13+148h 6v+9 14+2 51+f5 2e 20 3+1 2+1 3+1 5 d 2 5 3 1u 5+1 9 8 t 5 6 2+2 8 9f+3
  83+3 1f+7wf wyg+g14 f3+fheq 2+t 2p+1egv 1ekf+1 1ekf+1
`;
const unassigned = rangesOf(UNASSIGNED);
function rangesOf(table) {
    let last = 0;
    return table
        .trim()
        .split(/\s+/)
        .map((word) => {
        const [distance = 0, more = 0] = word.split('+').map((digits) => Number.parseInt(digits, 36));
        const from = last + distance;
        last = from + more;
        return [from, last];
    });
}


/***/ })

};
