export const id = 311;
export const ids = [311];
export const modules = {

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ clusterProgress)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(137);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9141);


/** Narrates the wait for clusters: a line on every change of one, else every half minute. */
function clusterProgress({ clock, log }) {
    const since = clock.now();
    const isDue = (0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIsDue */ .j)({ clock });
    return ({ name, stateName }) => {
        if (isDue(stateName, name))
            log.info(`Cluster "${name}": ${stateName} after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(clock.now() - since)}.`);
    };
}


/***/ }),

/***/ 7791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EG: () => (/* binding */ appNameOf),
  K4: () => (/* binding */ connectionOutputsOf),
  mQ: () => (/* binding */ connectionTo),
  DQ: () => (/* binding */ loginOf)
});

// EXTERNAL MODULE: ./node_modules/mongodb-connection-string-url/.esm-wrapper.mjs
var _esm_wrapper = __webpack_require__(4424);
;// CONCATENATED MODULE: ./build/src/atlas/connection-strings.js

/**
 * Completes an address of Atlas with credentials, database and options. Built by MongoDB's own parser, so that every
 * driver reads it back as it was meant.
 */
function withLogin(address, { login, database, appName }) {
    const uri = new _esm_wrapper/* ConnectionString */.QZ(address);
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
    // The driver's own way to read a token from a file; GitHub has no environment of its own in the drivers' specification.
    oidc: { authMechanism: 'MONGODB-OIDC', authSource: '$external', authMechanismProperties: 'ENVIRONMENT:k8s' },
};
/** Host of an SRV address, or the hosts of a standard one: no secret, so that it survives as a job output. */
function hostOf(address) {
    return new _esm_wrapper/* ConnectionString */.QZ(address).hosts.join(',');
}
/** Percent-encoding that is the same in JavaScript and in RFC 3986. */
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./build/actions/connection.js

/** The addresses of a cluster with who logs in; each is masked before anyone can print it. */
function connectionTo(cluster, options, { mask }) {
    const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
    const complete = (address) => {
        if (address === undefined)
            return undefined;
        const uri = withLogin(address, options);
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
/** What the outputs say of a connection; hosts, ids and names are no secrets, and survive as outputs of a job. */
function connectionOutputsOf({ cluster, connection, groupId, username, password, }) {
    const address = cluster.connectionStrings.standardSrv ?? cluster.connectionStrings.standard;
    return {
        'connection-string': connection?.srv,
        'connection-string-standard': connection?.standard,
        'connection-string-private': connection?.private,
        host: address === undefined ? undefined : hostOf(address),
        username,
        password,
        'project-id': groupId,
        'cluster-id': cluster.id,
        'cluster-name': cluster.name,
        'mongodb-version': cluster.mongodbVersion,
    };
}
/** Shown in Atlas's logs and profiler: which repository connects. */
function appNameOf(repository) {
    return repository.slice(0, 100) || 'atlas-actions';
}
/** How a user of some kind logs in; undefined where its password is not known. */
function loginOf(kind, { username, password }) {
    if (kind === 'password')
        return password === undefined ? undefined : { kind: 'password', username, password };
    if (kind.startsWith('x509'))
        return { kind: 'x509' };
    return kind.startsWith('aws-iam') ? { kind: 'aws-iam' } : { kind: 'oidc' };
}


/***/ }),

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pullRequestOf),
/* harmony export */   p: () => (/* binding */ environmentOf)
/* harmony export */ });
/**
 * The preview environment of a step: the one that it names, else that of the pull request. Naming a cluster never makes it
 * ephemeral, so then there is none unless it is named too.
 */
function environmentOf(job, { named, namesCluster }) {
    const { repository, pullRequest } = job;
    if (named !== undefined)
        return { repository, name: named };
    return pullRequest === undefined || namesCluster ? undefined : { repository, name: `pr-${pullRequest}` };
}
/** The pull request that an environment is for, by its name or tag: those of `environmentOf`, and of whoever names them alike. */
function pullRequestOf(environment) {
    const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
    return number === undefined ? undefined : Number(number);
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
/** Keeps an address that is about to be opened. */
function keepAccess({ saveState }, access) {
    saveState(state.groupId, access.groupId);
    saveState(state.leaseId, access.leaseId);
    saveState(state.expires, access.expires);
    saveState(state.address, access.address);
}
/** Lets the address stay open after the job, until its expiry. */
function leaveAccess({ saveState }) {
    saveState(state.address, '');
}
/** The address that main may have opened; undefined where there is none to close. */
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
/**
 * The time by which leases end. Where this machine's clock and Atlas's differ too much to believe either, none is taken for
 * ended that may not be.
 */
function leaseTime({ clock, time }) {
    return time.now() ?? clock.now() - DAY;
}
/** Milliseconds that a second step of a job does not ask for another write for. */
const WORTHWHILE = 5 * 60_000;
/** Milliseconds before its end at which an entry is not written any more. */
const ENDS_ANYWAY = 60_000;
/** Decides how a job gets its address, by the list as it stands. Pure. */
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
    // What others rely on only grows.
    const expiresAt = Math.max(standing.expiresAt ?? 0, wish.expiresAt);
    const joined = joinWish(leases, wish);
    return write(joined.isFull ? 'full' : isMine ? 'renew' : 'join', wish, { leases: joined, expiresAt });
}
/** Decides what a job that ends does with the entry of its address. Pure. */
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
    // Atlas takes no date that has passed when it arrives.
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
    // The name has given way to leases where there were many of them.
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
/* harmony import */ var _src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6400);
/* harmony import */ var _src_environment_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4209);
/* harmony import */ var _src_spec_expiry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2238);
/* harmony import */ var _kept_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7795);
/* harmony import */ var _lease_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3198);
/* harmony import */ var _runner_address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1339);








/** Milliseconds that an address stays open where nobody says otherwise: no job of GitHub's own runners takes longer. */
const USUAL_LIFE = 6 * 3_600_000;
/** What a job wants to have open, and for how long. */
function wishFor(address, { client, context, life = USUAL_LIFE }) {
    const { repository, runId, jobKey } = context.job;
    const now = client.time.now() ?? client.clock.now();
    return {
        address,
        leaseId: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseId */ .K)({ runId, job: `${repository} ${jobKey}` }),
        owner: repository,
        expiresAt: (0,_src_spec_expiry_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryAfter */ .I)(life, now),
    };
}
/** Finds the runner's address; what comes of it opens it in a project, beside whatever else is written there. */
async function runnerOf(client, context) {
    const wish = wishFor(await (0,_runner_address_js__WEBPACK_IMPORTED_MODULE_6__/* .runnerAddress */ .Z)(client), { client, context });
    return (groupId) => openForJob(groupId, { wish, client, context });
}
/** Opens the access list for this job's runner. */
async function openRunner(client, groupId, context) {
    const wish = wishFor(await (0,_runner_address_js__WEBPACK_IMPORTED_MODULE_6__/* .runnerAddress */ .Z)(client), { client, context });
    const underway = (note) => context.underway([mayBeOpen(wish), note ?? []].flat().join(' '));
    underway(undefined);
    const forJob = openForJob(groupId, { wish, client, context });
    const writing = { groupId, lacking: forJob.lacking };
    const written = await (0,_src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLacking */ .$0)(client, writing);
    forJob.onOpened(written.existing);
    const addresses = [forJob.address];
    const settled = () => (0,_src_atlas_access_list_readiness_js__WEBPACK_IMPORTED_MODULE_0__/* .waitUntilSettled */ .D)(client, { ...writing, addresses, written, shared: forJob.address });
    return { settled, underway };
}
/** Keeps for the post step what is about to be opened, and says what the access list lacks for it. */
function openForJob(groupId, { wish, client, context }) {
    const { address, leaseId, expiresAt } = wish;
    (0,_kept_access_js__WEBPACK_IMPORTED_MODULE_4__/* .keepAccess */ .Sl)(context, { groupId, address, leaseId, expires: (0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoTime */ .L)(expiresAt) });
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
    log.notice(`${wish.address} is let in by an entry that is not of atlas-actions, and that ends at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoTime */ .L)(opening.expiresAt ?? 0)}: this job cannot connect afterwards.`);
}
/** What to say of an address that is being opened, should the step end now. */
function mayBeOpen({ address, expiresAt }) {
    return `${address} may be open now; the post step of this action closes it, and Atlas at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoTime */ .L)(expiresAt)} at the latest.`;
}
/** How a job has come to its address, in words. */
function sayOpening(address, { kind, expiresAt }) {
    const end = expiresAt === undefined ? 'for good' : `until ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_7__/* .isoTime */ .L)(expiresAt)} at the latest`;
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


/** The address that this job's connections come from: the one that the author gives, else the one that Atlas sees. */
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
/** Refuses what no connection can come from, with the reason; resolves to the one spelling of the address. */
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
/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;
/**
 * Tells whether a line of progress is due: on every change of a state, else every half minute. `first` is the state that has
 * been told already; several things can be narrated beside each other, by name.
 */
function lineIsDue({ clock }, first) {
    const told = new Map();
    if (first !== undefined)
        told.set('', { state: first, at: clock.now() });
    return (state, name = '') => {
        const now = clock.now();
        const before = told.get(name);
        if (before?.state === state && now - before.at < QUIET)
            return false;
        told.set(name, { state, at: now });
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






/** Milliseconds: an entry has been seen to be missing from reads for some seconds after its POST. */
const SHOWN_WITHIN = 20_000;
/** How often what others have undone is written again before it is given up. */
const MOST_WRITES = 6;
/** Statuses that are asked for side by side: those of a long list become active together, and one that is not stands for the rest. */
const AT_ONCE = 10;
/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;
/** Milliseconds over which jobs that undid each other's writes spread their next ones. */
const SPREAD = 5_000;
/**
 * Waits until all addresses are active, and what was written is still there: Atlas may be slow to show it, and of two
 * writes that overlap it may lose one without a word. What is gone is written again.
 */
async function waitUntilSettled(client, settling) {
    const { addresses, written } = settling;
    if (addresses.length === 0 && written.at === undefined)
        return;
    const { clock } = client;
    const now = clock.now();
    const wait = {
        pending: addresses,
        writtenAt: written.at,
        writes: 0,
        since: written.at ?? now,
        toldAt: now,
    };
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => readOnce(client, settling, wait),
        done: (isSettled) => isSettled,
        schedule: (elapsed) => wait.pending.length > 0 ? schedule(elapsed) : Math.max(0, readBackAt(settling, wait) - clock.now()),
        since: wait.since,
        what: `The activation of ${addresses.join(', ')} in the IP access list`,
    });
}
/** Whether everything is as it shall be, as far as one look tells. */
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
        // Since it was active another job may have deleted it and made it anew.
        wait.pending = [shared];
        await ask(client, settling, wait);
    }
    if (wait.pending.length > 0)
        return false;
    const undone = lacking((await (0,_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccessList */ .fU)(client, groupId)).entries);
    if (undone.length === 0)
        return true;
    await writeAgain(client, settling, { wait, what: undone.map(({ address }) => address).join(', ') });
    return false;
}
/** Asks for the status of what is pending, as long as all that is asked for is active. */
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
async function writeAgain(client, { groupId, lacking, addresses }, { wait, what }) {
    wait.writes += 1;
    if (wait.writes > MOST_WRITES)
        throw new Error(lost(what, groupId));
    client.log(`Atlas does not show ${what} in the IP access list; writing it again.`);
    await client.clock.sleep(client.random() * SPREAD, client.signal);
    const { at } = await (0,_access_list_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLacking */ .$0)(client, { groupId, lacking });
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


/** Not of the public API: MongoDB's own command line asks it, and Atlas promises nothing (notes, section 11). */
const ipInfo = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .operation */ .M)({
    method: 'GET',
    root: '/api/private',
    path: '/ipinfo',
    version: undefined,
    task: "ask Atlas for the runner's address",
    role: 'Organization Member',
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ currentIpv4Address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
/** The address that this machine's requests come from, as Atlas sees it. */
async function getCallerAddress(client) {
    const { currentIpv4Address } = await client.call(ipInfo, { path: {} });
    return currentIpv4Address;
}


/***/ }),

/***/ 2279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createOnce),
/* harmony export */   x: () => (/* binding */ changeSafely)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

/** A lost answer that never turns up in so many requests is a fault that will not pass. */
const LOST_ANSWERS = 3;
/** Milliseconds between two looks, and before a request that Atlas says will be possible soon. */
const LOOK_AGAIN = 3_000;
const PASSES_IN = 20_000;
/**
 * Creates something exactly once, whatever happens to the answers: an answer that is lost, or a fault after which nobody
 * knows, is looked up before anything is sent again; a name that is taken is looked up too.
 */
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
/** What became of a request that failed: made after all, or why it may be sent again; throws if it must not. */
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
/** Sends a change that may be sent twice: the same fields set to the same values. */
async function changeSafely(client, change) {
    for (let lost = 1;; lost++) {
        try {
            return await change();
        }
        catch (error) {
            if (client.signal.aborted || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(error) || lost === LOST_ANSWERS)
                throw error;
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
/** Atlas may be slow to show what it has just made. */
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
/* harmony export */   WE: () => (/* binding */ passwordFingerprint),
/* harmony export */   tN: () => (/* binding */ randomPassword)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The password that every job with the same seed computes for the same user, so that nothing has to cross from job to job.
 * 43 characters of `[A-Za-z0-9_-]`, so that all encodings are the same.
 */
function derivePassword(seed, { projectId, clusterName, username }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', seed).update(`${projectId}/${clusterName}/${username}`).digest('base64url');
}
/** A password that nobody can guess or compute: 32 characters of `[A-Za-z0-9_-]`, 192 bits. */
function randomPassword() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
}
/**
 * A short, slow hash of a password, kept beside the user in Atlas: it tells a later run whether the password is still the
 * one that it computes or was given, so that an unchanged user is left alone. Too short to confirm a guess, and made with
 * scrypt so that guessing is dear.
 */
function passwordFingerprint(password, { projectId, username }) {
    const salt = `atlas-actions ${projectId} ${username}`;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)(password, salt, 3, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }).toString('hex');
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ expiryAfter),
/* harmony export */   Z: () => (/* binding */ latestExpiry)
/* harmony export */ });
const HOUR = 3_600_000;
/** Atlas deletes users and access entries by itself at most 7 days ahead; the margin is for clocks that differ. */
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;
/** The end of a life that begins now, or as far as Atlas goes. All in milliseconds. */
function expiryAfter(life, now) {
    return now + Math.min(life, LONGEST - MARGIN);
}
/**
 * When Atlas shall delete a user or an entry: as its spec says, else with the environment. An environment that lives
 * longer than Atlas can promise is left to `teardown` and `sweep`, which remove the user with it.
 */
function latestExpiry(hours, { context, expiresAt }) {
    if (hours !== undefined)
        return expiryAfter(hours * HOUR, context.now);
    return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}


/***/ }),

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ sharedUserIssues),
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   mM: () => (/* binding */ resolveUser)
/* harmony export */ });
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2238);
/* harmony import */ var _user_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3108);


/** Turns one user of a spec into what is wanted in Atlas, and reports what contradicts. */
function resolveUser(document, { resolving, index, clusters }) {
    const kind = document.authentication ?? 'password';
    const roles = document.roles.map(parseRole);
    const report = (issue) => resolving.report({ ...issue, path: ['users', index, ...issue.path] });
    if (document.password !== undefined && kind !== 'password') {
        report({ path: ['password'], message: `does not go with authentication: ${kind}` });
    }
    for (const [place, { role, database }] of roles.entries()) {
        if (database !== 'admin' && adminRoles.has(role)) {
            report({
                path: ['roles', place],
                message: 'names a role that only the admin database has; leave the database out',
            });
        }
    }
    return {
        username: nameOf(document, { resolving, clusters, report }),
        kind,
        roles,
        clusters: scopesOf(document, { resolving, clusters }),
        description: document.description,
        password: document.password,
        expiresAt: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .latestExpiry */ .Z)(document['expires-in-hours'], resolving),
    };
}
/** Users belong to a whole project, so an environment's own has the one name that nobody else has: its cluster's. */
function nameOf({ username, authentication: kind = 'password' }, { resolving, clusters, report, }) {
    const derived = resolving.context.environment && kind === 'password' ? clusters[0]?.name : undefined;
    if (username === undefined && derived === undefined) {
        report({ path: [], message: 'needs a username; only the password user of an environment can do without' });
    }
    return username ?? derived ?? '';
}
const adminRoles = new Set([
    'atlasAdmin',
    'backup',
    'clusterMonitor',
    'dbAdminAnyDatabase',
    'enableSharding',
    'readAnyDatabase',
    'readWriteAnyDatabase',
]);
/** Reads `role@database.collection`; without a database it is one of admin. */
function parseRole(text) {
    const [, role = text, database = 'admin', collection] = text.match(/^([^@]+)(?:@([^.]+)(?:\.(.+))?)?$/) ?? [];
    return { role, database, collection };
}
/** Scopes as names in Atlas. Under an environment a user reaches its clusters and no other of the project. */
function scopesOf({ clusters: named }, { resolving, clusters }) {
    if (named) {
        const names = named.map((word) => clusters.find(({ name, alias }) => name === word || alias === word)?.name ?? word);
        return [...new Set(names)];
    }
    const own = resolving.context.environment ? clusters.map(({ name }) => name) : [];
    return own.length > 0 ? own : undefined;
}
/** Users that are the same one in Atlas. */
function sharedUserIssues(users) {
    const identities = users.map(({ username, kind }) => `${_user_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .authentication */ .j[kind].database} ${username}`);
    return identities.flatMap((identity, index) => identities.indexOf(identity) < index
        ? [{ path: ['users', index, 'username'], message: 'is the name of an earlier user, too' }]
        : []);
}


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ authentication),
/* harmony export */   z: () => (/* binding */ userKinds)
/* harmony export */ });
const userKinds = [
    'password',
    'x509-managed',
    'x509-customer',
    'aws-iam-user',
    'aws-iam-role',
    'oidc-group',
    'oidc-user',
];
const authentication = {
    password: { database: 'admin', field: undefined, value: undefined },
    'x509-managed': { database: '$external', field: 'x509Type', value: 'MANAGED' },
    'x509-customer': { database: '$external', field: 'x509Type', value: 'CUSTOMER' },
    'aws-iam-user': { database: '$external', field: 'awsIAMType', value: 'USER' },
    'aws-iam-role': { database: '$external', field: 'awsIAMType', value: 'ROLE' },
    'oidc-group': { database: 'admin', field: 'oidcAuthType', value: 'IDP_GROUP' },
    'oidc-user': { database: '$external', field: 'oidcAuthType', value: 'USER' },
};


/***/ })

};
