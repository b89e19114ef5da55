export const id = 785;
export const ids = [785];
export const modules = {

/***/ 5703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   GF: () => (/* binding */ nearestClusters),
/* harmony export */   be: () => (/* binding */ unknownNames)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _src_atlas_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(675);
/* harmony import */ var _src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9687);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(137);





const unknownNames = {
    CLUSTER_NOT_FOUND: nearestClusters,
    GROUP_NOT_FOUND: explainUnknownProject,
    NOT_IN_GROUP: explainUnknownProject,
    USER_CANNOT_ACCESS_GROUP: explainUnknownProject,
};
async function explainRefusal(error, client, { address, explanations, otherwise, }) {
    if (!(error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL) || client.signal.aborted)
        return error;
    const { code = '', status } = error;
    const known = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
    const explain = known ?? ([400, 409].includes(status) ? otherwise : undefined);
    if (!explain)
        return error;
    try {
        const explanation = await explain(client, address);
        return explanation ? new Error(`${error.facts} ${explanation}`, { cause: error }) : error;
    }
    catch (failure) {
        client.log(`No more could be found out: ${(0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(failure)}`);
        return error;
    }
}
async function nearestClusters(client, { groupId, clusterName }) {
    const clusters = await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .listAllClusters */ .H)(client, groupId);
    const names = clusters.map(({ name }) => name);
    if (names.length === 0)
        return `Project ${groupId} has no clusters; check project-id.`;
    const near = (0,_src_atlas_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestNames */ .L)(clusterName, names);
    return near.length > 0
        ? `Did you mean ${alternatives(near)}? The project has ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(names.length, 'cluster')}.`
        : `The project has ${alternatives(names.slice(0, 5))}${names.length > 5 ? ' and others' : ''}; check cluster-name and project-id.`;
}
async function explainUnknownProject(client) {
    const projects = await (0,_src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_2__/* .listProjects */ .hF)(client);
    if (projects.length === 0)
        return 'These credentials see no project at all: invite them to the project in Atlas.';
    const shown = projects.slice(0, 5).map(({ id, name }) => `"${name}" (${id})`);
    return `These credentials see ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(projects.length, 'project')}: ${shown.join(', ')}${projects.length > 5 ? ' …' : ''}. Check project-id, or invite them to the project.`;
}
function alternatives(names) {
    return names.map((name) => `"${name}"`).join(' or ');
}


/***/ }),

/***/ 137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Yv: () => (/* binding */ formatUsual),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   nV: () => (/* binding */ formatAge),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
function formatBytes(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
    return `${(bytes / 1_000 ** step).toFixed(step === 0 ? 0 : 2)} ${units[step]}`;
}
function formatAge(milliseconds) {
    const minutes = Math.max(0, Math.round(milliseconds / 60_000));
    if (minutes < 120)
        return `${minutes} min`;
    const hours = Math.round(minutes / 60);
    return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
function formatDuration(milliseconds) {
    const seconds = Math.round(milliseconds / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
function formatUsual({ p10, p90 }) {
    return `${formatDuration(p10 * 1_000)} to ${formatDuration(p90 * 1_000)}`;
}
function formatCount(number, what) {
    return `${number} ${what}${number === 1 ? '' : 's'}`;
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

/***/ 9785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  syncAccess: () => (/* binding */ syncAccess)
});

// EXTERNAL MODULE: ./build/src/atlas/access-list-writer.js
var access_list_writer = __webpack_require__(2678);
// EXTERNAL MODULE: ./build/src/environment/repository.js
var repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/network-access/lease-plan.js
var lease_plan = __webpack_require__(3198);
// EXTERNAL MODULE: ./build/actions/network-access/open.js
var network_access_open = __webpack_require__(8124);
// EXTERNAL MODULE: ./build/actions/network-access/runner-address.js
var runner_address = __webpack_require__(1339);
// EXTERNAL MODULE: ./build/src/atlas/access-list-readiness.js
var access_list_readiness = __webpack_require__(5665);
// EXTERNAL MODULE: ./build/src/atlas/fresh-reading.js
var fresh_reading = __webpack_require__(4828);
// EXTERNAL MODULE: ./build/src/atlas/last-look.js
var last_look = __webpack_require__(6453);
// EXTERNAL MODULE: ./build/actions/network-access/kept-access.js
var kept_access = __webpack_require__(7795);
;// CONCATENATED MODULE: ./build/actions/sync-network-access/change-record.js
function changeRecord(replan, notices) {
    const steps = new Map();
    let runner;
    return {
        written(entries, existing) {
            const plan = replan(existing);
            const isWritten = (address) => entries.some((entry) => entry.address === address);
            for (const step of plan.steps.filter(({ address }) => isWritten(address))) {
                if (steps.get(step.address)?.action !== 'add')
                    steps.set(step.address, step);
            }
            if (isWritten(plan.runner?.address))
                runner ??= plan.runner;
        },
        removed(addresses, existing) {
            const planned = replan(existing).steps;
            for (const address of addresses) {
                const step = planned.find((one) => one.address === address && one.action === 'remove');
                steps.set(address, step ?? { address, action: 'remove', changes: [], reason: 'is listed no longer' });
            }
        },
        hasChanged: () => steps.size > 0 || runner !== undefined,
        planDone(existing) {
            const plan = replan(existing);
            const isGone = ({ address }) => !plan.steps.some((step) => step.address === address);
            return {
                ...plan,
                steps: [
                    ...plan.steps.map((step) => doneInstead(steps.get(step.address), step)),
                    ...[...steps.values()].filter(isGone),
                ],
                runner: runner ?? plan.runner,
                notices,
            };
        },
    };
}
function doneInstead(done, planned) {
    const isTheirs = planned.action === 'foreign' && done?.action === 'add';
    return done && !isTheirs ? done : planned;
}

// EXTERNAL MODULE: ./build/src/atlas/addresses.js
var addresses = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
// EXTERNAL MODULE: ./build/src/spec/authors-text.js
var authors_text = __webpack_require__(6597);
// EXTERNAL MODULE: ./build/src/spec/plan-entries.js
var plan_entries = __webpack_require__(5839);
;// CONCATENATED MODULE: ./build/actions/sync-network-access/plan.js





function planNetworkAccess(desired, existing, now) {
    const { entries = [], owner, wish } = desired;
    const listed = (0,plan_entries/* planEntries */.W9)(entries, existing, { owner, now });
    const unlisted = desired.entries === undefined ? [] : existing.filter((entry) => isUnlisted(entry, desired));
    const isListed = entries.some(({ address }) => address === wish?.address);
    const opening = wish && !isListed ? (0,lease_plan/* planOpening */.sO)(existing, wish, now) : undefined;
    return {
        steps: [
            ...listed.map(({ address, action, changes, reason }) => ({ address, action, changes, reason })),
            ...unlisted.map((entry) => unlistedStep(entry, desired)),
        ],
        runner: wish && opening && { address: wish.address, kind: opening.kind, expiresAt: opening.expiresAt },
        writes: [...(0,plan_entries/* entriesToWrite */.pA)(listed), ...(opening?.entry ? [opening.entry] : [])],
        removals: desired.prune ? unlisted.map(({ address }) => address) : [],
        notices: [...listed.flatMap(({ notice }) => notice ?? []), ...coveredNotices(wish, existing)],
    };
}
function isUnlisted({ address, comment }, { entries = [], owner }) {
    return (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(comment), owner) && !entries.some((entry) => entry.address === address);
}
function unlistedStep({ address, comment }, { prune }) {
    const text = (0,authors_text/* authorsText */.cz)(comment);
    const whose = text === undefined ? '' : ` ("${text}")`;
    return prune
        ? { address, action: 'remove', changes: [], reason: `is listed no longer${whose}` }
        : { address, action: 'keep', changes: [], reason: `is listed no longer${whose}; prune: true would remove it` };
}
function coveredNotices(wish, existing) {
    const wider = existing.find(({ address }) => wish && (0,addresses/* containsAddress */.cj)(address, wish.address));
    return wish && wider ? [`${wish.address} is let in by ${wider.address}, too, whatever becomes of its own entry`] : [];
}

;// CONCATENATED MODULE: ./build/actions/sync-network-access/apply.js









const LIST_GOES_ON = 'Entries of the list may have been written or removed; run the step again to go on.';
async function apply(client, application) {
    const { desired, groupId, reading, plan, inputs, context } = application;
    const { wish } = desired;
    const forJob = wish && plan.runner ? (0,network_access_open/* openForJob */.HQ)(groupId, { wish, client, context }) : undefined;
    if (wish && !plan.runner)
        context.log.info(`${wish.address} is listed, so it needs no entry of this job's own.`);
    const notes = [wish && forJob ? (0,network_access_open/* mayBeOpen */.T0)(wish) : [], desired.entries ? LIST_GOES_ON : []].flat();
    context.underway(notes.join(' ') || undefined);
    const replan = (entries) => planNetworkAccess(desired, entries, (0,lease_plan/* leaseTime */.Yf)(client));
    const record = changeRecord(replan, plan.notices);
    const round = roundsOf(client, { application, forJob, record, replan });
    const last = inputs.wait ? await lookUntilDone(client, { groupId, reading, round }) : (await round(reading)).latest;
    context.underway(undefined);
    if (forJob && inputs.keep)
        (0,kept_access/* leaveAccess */.g)(context);
    return { done: record.planDone(last.entries), hasChanged: record.hasChanged() };
}
async function lookUntilDone(client, { groupId, reading, round }) {
    let latest;
    return await (0,last_look/* untilLastLook */.IF)(client, {
        first: lookOf(reading),
        read: async () => {
            const known = latest && lookOf(latest);
            return known && (0,last_look/* isLastLook */.KZ)(known, client) ? known : lookOf(await (0,access_list_writer/* readAccessList */.fU)(client, groupId));
        },
        settle: async (current) => {
            const { hasChanged, latest: read } = await round(current);
            latest = hasChanged ? read : undefined;
            return hasChanged;
        },
        what: `The IP access list of project ${groupId}`,
    });
}
function lookOf(reading) {
    return { ...reading, readAt: reading.askedAt };
}
function roundsOf(client, { application, forJob, record, replan, }) {
    const { desired, groupId, inputs } = application;
    const writing = { groupId, lacking: (entries) => replan(entries).writes, onWritten: record.written };
    const runner = desired.wish?.address;
    let rounds = 0;
    let deletedAt = Number.NEGATIVE_INFINITY;
    return async (reading) => {
        const isFirst = ++rounds === 1;
        const written = await (0,access_list_writer/* writeLacking */.$0)(client, writing, reading);
        if (isFirst)
            forJob?.onOpened(written.existing);
        const isWritten = written.at !== undefined;
        const addresses = [...new Set([...written.addresses, ...(runner !== undefined && isFirst ? [runner] : [])])];
        const settled = inputs.wait
            ? await (0,access_list_readiness/* waitUntilSettled */.D)(client, { ...writing, addresses, written, shared: runner })
            : undefined;
        const latest = settled ?? { ...reading, entries: isWritten ? written.existing : reading.entries };
        const { removals } = replan(latest.entries);
        if (removals.length === 0)
            return { hasChanged: isWritten, latest };
        if (reading.askedAt < deletedAt + fresh_reading/* LAG */.pJ) {
            await client.clock.sleep(Math.max(0, deletedAt + fresh_reading/* LAG */.pJ - client.clock.now()), client.signal);
            return { hasChanged: true, latest };
        }
        const superfluous = (entries) => replan(entries).removals;
        const deleted = await (0,access_list_writer/* deleteSuperfluous */.T4)(client, { groupId, superfluous }, latest);
        deletedAt = client.clock.now();
        record.removed(deleted.addresses, latest.entries);
        return { hasChanged: true, latest: deleted.reading };
    };
}

// EXTERNAL MODULE: ./build/actions/sync-network-access/desired-entries.js + 2 modules
var desired_entries = __webpack_require__(3101);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
;// CONCATENATED MODULE: ./build/actions/sync-network-access/render.js

function planRows({ steps, runner }) {
    const rows = steps.map((step) => ({ action: step.action, address: step.address, details: detailsOf(step) }));
    if (!runner)
        return rows;
    const end = runner.expiresAt === undefined ? 'for good' : `until ${(0,iso_time/* isoTime */.L)(runner.expiresAt)}`;
    return [...rows, { action: runner.kind, address: runner.address, details: `this runner, ${end}` }];
}
function planLines(plan) {
    const rows = planRows(plan);
    const width = (column) => Math.max(...rows.map((row) => row[column].length));
    return [
        ...rows.map(({ action, address, details }) => oneLine(`${action.padEnd(width('action'))}  ${address.padEnd(width('address'))}  ${details}`)),
        ...plan.notices.map((notice) => `! ${oneLine(notice)}`),
        countLine(plan),
    ];
}
function planJson({ steps, runner, notices }) {
    const { address, kind: action, expiresAt } = runner ?? {};
    const shown = runner && { address, action, 'expires-at': expiresAt === undefined ? null : (0,iso_time/* isoTime */.L)(expiresAt) };
    return JSON.stringify({ entries: steps, runner: shown ?? null, notices });
}
function detailsOf({ changes, reason }) {
    return changes.length > 0 ? changes.map(showChange).join('; ') : reason;
}
function showChange({ field, from, to }) {
    return from === undefined ? `${field}: ${to}` : `${field}: ${from} → ${to}`;
}
function countLine({ steps, runner }) {
    if (steps.length === 0 && runner)
        return `Plan: ${runner.address} for this runner; no listed entries.`;
    const count = (action) => steps.filter((step) => step.action === action).length;
    return `Plan: ${count('add')} to add, ${count('update')} to update, ${count('remove')} to remove, ${count('keep')} to keep, ${count('foreign')} of others.`;
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trimEnd();
}

;// CONCATENATED MODULE: ./build/actions/sync-network-access/summarize.js

function summarize(plan, { outcome, groupId, wait }) {
    const isPlanned = outcome === 'planned';
    return {
        title: isPlanned ? 'Network access (dry run: nothing was changed)' : `Network access: ${outcome}`,
        facts: [
            ['Project', groupId],
            ...planRows(plan).map(({ action, address, details }) => [`${action}: ${address}`, details]),
        ],
        ...(!wait && { note: 'wait is false: nobody has checked that connections get through.' }),
    };
}

;// CONCATENATED MODULE: ./build/actions/sync-network-access/main.js












async function syncAccess(inputs, context) {
    const { entries, notices } = (0,desired_entries.readEntries)(inputs, context);
    for (const notice of notices)
        context.log.info(notice);
    const session = await (0,atlas_session/* openAtlas */.M7)(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
    try {
        return await sync(session, { entries, inputs, context });
    }
    catch (error) {
        const address = { groupId: session.groupId, clusterName: '' };
        throw await (0,explain/* explainRefusal */.GC)(error, session.client, { address, explanations: explain/* unknownNames */.be });
    }
}
async function sync({ client, groupId }, { entries, inputs, context }) {
    const { log, job } = context;
    const address = inputs['runner-ip'] ? await (0,runner_address/* runnerAddress */.Z)(client, inputs.ip) : undefined;
    const reading = await (0,access_list_writer/* readAccessList */.fU)(client, groupId);
    const life = inputs['expires-in-hours'];
    const wish = address === undefined ? undefined : (0,network_access_open/* wishFor */.b5)(address, { client, context, life });
    const owner = { ...(0,repository/* repositoryOf */._M)(job), list: inputs.owner ?? job.workflow };
    const desired = { entries: entries && endingByAtlas(entries, client), prune: inputs.prune, owner, wish };
    const plan = planNetworkAccess(desired, reading.entries, (0,lease_plan/* leaseTime */.Yf)(client));
    log.info(planLines(plan).join('\n'));
    context.publish({ plan: planJson(plan), 'runner-ip': address });
    for (const notice of plan.notices)
        log.notice(notice);
    (0,access_list_writer/* assertRoom */.kx)(groupId, reading.entries, plan.writes);
    if (inputs['dry-run'])
        return resultOf(plan, { outcome: 'planned', groupId, wait: true });
    const { done, hasChanged } = await apply(client, { desired, groupId, reading, plan, inputs, context });
    return resultOf(done, { outcome: hasChanged ? 'updated' : 'unchanged', groupId, wait: inputs.wait });
}
function endingByAtlas(entries, { time, clock }) {
    const ahead = time.forExpiry() - clock.now();
    return entries.map((entry) => entry.expiresAt === undefined ? entry : { ...entry, expiresAt: entry.expiresAt + ahead });
}
function resultOf(plan, about) {
    const addresses = (...actions) => plan.steps.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
    return {
        outputs: {
            added: addresses('add'),
            updated: addresses('update'),
            kept: addresses('keep', 'foreign'),
            removed: addresses('remove'),
            plan: planJson(plan),
            outcome: about.outcome,
        },
        summary: summarize(plan, about),
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

/***/ 2032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ createAnyCluster),
/* harmony export */   H: () => (/* binding */ listAllClusters),
/* harmony export */   KG: () => (/* binding */ findCluster),
/* harmony export */   Mc: () => (/* binding */ deleteAnyCluster),
/* harmony export */   Nn: () => (/* binding */ getAnyCluster),
/* harmony export */   R$: () => (/* binding */ isMissingCluster),
/* harmony export */   kv: () => (/* binding */ updateAnyCluster),
/* harmony export */   wd: () => (/* binding */ listClustersPatiently)
/* harmony export */ });
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7862);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8456);



async function getAnyCluster(client, address, expectedTier) {
    const [first, second] = expectedTier === 'FLEX' ? [_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .getFlexCluster */ .Kt, _clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB] : [_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB, _flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .getFlexCluster */ .Kt];
    try {
        return await first(client, address);
    }
    catch (error) {
        if (!isOfOtherApi(error))
            throw error;
    }
    return await second(client, address);
}
async function findCluster(client, address, expectedTier) {
    try {
        return await getAnyCluster(client, address, expectedTier);
    }
    catch (error) {
        if (isMissingCluster(error))
            return undefined;
        throw error;
    }
}
async function listAllClusters(client, groupId) {
    const lists = await Promise.all([(0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .listClusters */ .Ug)(client, groupId), (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .listFlexClusters */ .lW)(client, groupId)]);
    return lists.flat();
}
const LIST_AGAIN = 3_000;
const LISTINGS = 4;
async function listClustersPatiently(client, groupId) {
    for (let listing = 1;; listing++) {
        try {
            return await listAllClusters(client, groupId);
        }
        catch (error) {
            const vanished = isMissingCluster(error) && listing < LISTINGS;
            if (!vanished)
                throw error;
            client.log('A cluster has vanished while Atlas listed the clusters; listing again.');
            await client.clock.sleep(LIST_AGAIN, client.signal);
        }
    }
}
function createAnyCluster(client, groupId, { tier, body }) {
    return tier === 'FLEX' ? (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .createFlexCluster */ .IR)(client, groupId, body) : (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .createCluster */ .Xn)(client, groupId, body);
}
function updateAnyCluster(client, address, { tier, body }) {
    return tier === 'FLEX' ? (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .updateFlexCluster */ .bS)(client, address, body) : (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .updateCluster */ .Aq)(client, address, body);
}
async function deleteAnyCluster(client, address, { tier, retainBackups }) {
    try {
        if (tier === 'FLEX')
            await (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteFlexCluster */ .rL)(client, address);
        else
            await (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteCluster */ .eO)(client, address, { retainBackups });
    }
    catch (error) {
        const isGoing = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'CLUSTER_ALREADY_REQUESTED_DELETION';
        if (!isMissingCluster(error) && !isGoing)
            throw error;
    }
}
function isMissingCluster(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'CLUSTER_NOT_FOUND';
}
function isOfOtherApi(error) {
    return (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL &&
        (error.code === 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API' ||
            error.code === 'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API'));
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ createFlexCluster),
/* harmony export */   Kt: () => (/* binding */ getFlexCluster),
/* harmony export */   bS: () => (/* binding */ updateFlexCluster),
/* harmony export */   lW: () => (/* binding */ listFlexClusters),
/* harmony export */   rL: () => (/* binding */ deleteFlexCluster)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4941);





const VERSION = '2024-11-13';
const flexCluster = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stateName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    clusterType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    mongoDBVersion: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    terminationProtectionEnabled: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    tags: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .tagRecord */ .C3,
    connectionStrings: _cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionStrings */ .VG,
    providerSettings: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        backingProviderName: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
        regionName: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
        diskSizeGB: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI,
    }),
})
    .transform((raw) => ({
    id: raw.id,
    name: raw.name,
    tier: 'FLEX',
    clusterType: raw.clusterType ?? 'REPLICASET',
    edition: _cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .CORE */ .M2,
    stateName: raw.stateName,
    paused: false,
    backupEnabled: true,
    pitEnabled: false,
    terminationProtection: raw.terminationProtectionEnabled ?? false,
    mongodbVersion: raw.mongoDBVersion,
    regions: [
        {
            provider: raw.providerSettings.backingProviderName ?? 'unknown',
            region: raw.providerSettings.regionName ?? 'unknown',
            nodes: undefined,
            priority: undefined,
        },
    ],
    autoScaling: undefined,
    diskSizeGb: raw.providerSettings.diskSizeGB,
    shards: 1,
    hardware: [],
    tags: raw.tags,
    connectionStrings: raw.connectionStrings,
    raw,
}));
const inProject = 'the Flex cluster "{clusterName}" in project {groupId}';
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/flexClusters/{clusterName}',
    version: VERSION,
    task: `read ${inProject}`,
    role: 'Project Read Only',
    answer: flexCluster,
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/flexClusters',
    version: VERSION,
    task: 'create a Flex cluster in project {groupId}',
    role: 'Project Owner',
    answer: flexCluster,
});
const update = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'PATCH',
    path: '/groups/{groupId}/flexClusters/{clusterName}',
    version: VERSION,
    task: `update ${inProject}`,
    role: 'Project Owner',
    answer: flexCluster,
});
const remove = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}/flexClusters/{clusterName}',
    version: VERSION,
    task: `delete ${inProject}`,
    role: 'Project Owner',
    answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/flexClusters',
    version: VERSION,
    task: 'list the Flex clusters of project {groupId}',
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .pageOf */ .ZZ)(flexCluster),
});
function listFlexClusters(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
function getFlexCluster(client, address) {
    return client.call(get, { path: address });
}
function createFlexCluster(client, groupId, body) {
    return client.call(create, { path: { groupId }, body });
}
function updateFlexCluster(client, address, body) {
    return client.call(update, { path: address, body });
}
async function deleteFlexCluster(client, address) {
    await client.call(remove, { path: address, repeat: 'if-not-executed' });
}


/***/ }),

/***/ 6453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ untilLastLook),
/* harmony export */   KZ: () => (/* binding */ isLastLook),
/* harmony export */   pL: () => (/* binding */ isFresh),
/* harmony export */   uF: () => (/* binding */ whileFresh),
/* harmony export */   uV: () => (/* binding */ StaleReading)
/* harmony export */ });
/* unused harmony export FRESH_MS */
const FRESH_MS = 5_000;
function isFresh({ readAt }, { clock }) {
    return clock.now() - readAt <= FRESH_MS;
}
function isLastLook(look, client) {
    return isFresh(look, client) && look.readAt >= (client.lastWaitAt() ?? look.readAt);
}
class StaleReading extends Error {
    name = 'StaleReading';
    constructor() {
        super(`Atlas answers so slowly that what was read of it could not be acted upon safely: somebody may have changed it since, ${FRESH_MS / 1_000} s ago or more. Run the step again.`);
    }
}
function whileFresh(client, look) {
    return {
        ...client,
        call: (operation, input) => client.call(operation, {
            ...input,
            onSend: () => {
                if (!isFresh(look, client))
                    throw new StaleReading();
                input.onSend?.();
            },
        }),
    };
}
const MOST_LOOKS = 6;
async function untilLastLook(client, { first, read, settle, what, }) {
    let reading = first ?? (await read());
    for (let looks = 1;; looks++) {
        const hasChanged = await settle(reading);
        if (!hasChanged && isLastLook(reading, client))
            return reading;
        if (looks === MOST_LOOKS) {
            throw new Error(`${what} could not be confirmed: it changed, or Atlas answered too slowly, each of the ${MOST_LOOKS} times that it was read. Another run may be working on it with other inputs. Run the step again when that is over; a concurrency group keeps two runs apart.`);
        }
        reading = await read();
    }
}


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

const LAST_READ = 1_000;
const FAILURES_IN_A_ROW = 5;
async function poll({ clock, deadline, log, signal }, { read, done, schedule, since, onState, what }) {
    for (let failures = 0;;) {
        const wait = schedule(Math.max(0, clock.now() - since));
        const left = deadline.at - clock.now();
        if (left <= LAST_READ)
            throw deadline.passed(what);
        await clock.sleep(Math.min(wait, left - LAST_READ), signal);
        try {
            const state = await read();
            failures = 0;
            onState?.(state);
            if (done(state))
                return state;
        }
        catch (error) {
            failures += 1;
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayPass */ .bg)(error) || failures >= FAILURES_IN_A_ROW)
                throw error;
            log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)} Still waiting (${failures} of ${FAILURES_IN_A_ROW}).`);
        }
    }
}


/***/ }),

/***/ 8396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ scheduleFor)
/* harmony export */ });
const EARLY_POLLS = 4;
const EARLY_INTERVAL = 10;
const DELAY = 1.7;
const SHORTEST = 1;
const LONGEST = 30;
function scheduleFor(distribution) {
    const { min, max } = distribution;
    const stretches = stretchesOf(distribution);
    const width = (2 * DELAY) / sum(stretches.map(rootOfRunningTimesDensity));
    return (elapsed) => {
        const seconds = elapsed / 1_000;
        if (seconds < min) {
            return 1_000 * Math.min(Math.max(min / EARLY_POLLS, EARLY_INTERVAL), Math.max(min - seconds, SHORTEST));
        }
        const stretch = stretches.find(({ until }) => seconds < until);
        if (!stretch)
            return 1_000 * Math.min(LONGEST, Math.max(seconds, max) / 20);
        const running = stretch.before - stretch.density * (seconds - stretch.from);
        return 1_000 * Math.max(SHORTEST, width * Math.sqrt(running / stretch.density));
    };
}
function stretchesOf({ min, p10, median, p90, max }) {
    const parts = [
        { from: min, until: p10, before: 1, share: 0.1 },
        { from: p10, until: median, before: 0.9, share: 0.4 },
        { from: median, until: p90, before: 0.5, share: 0.4 },
        { from: p90, until: max, before: 0.1, share: 0.1 },
    ];
    return parts
        .filter(({ from, until }) => until > from)
        .map(({ share, ...part }) => ({ ...part, density: share / (part.until - part.from) }));
}
function rootOfRunningTimesDensity({ from, until, before, density }) {
    const after = before - density * (until - from);
    return ((2 / 3) * (before ** 1.5 - Math.max(after, 0) ** 1.5)) / Math.sqrt(density);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}


/***/ }),

/***/ 1870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ timings)
/* harmony export */ });
const timings = {
    onDemandSnapshot: { min: 99, p10: 146, median: 178, p90: 214, max: 527 },
    restore: { min: 187, p10: 200, median: 230, p90: 280, max: 316 },
    download: { min: 154, p10: 170, median: 187, p90: 255, max: 436 },
    restoreFlex: { min: 50, p10: 56, median: 59, p90: 75, max: 110 },
    restoreCollections: { min: 10, p10: 30, median: 120, p90: 900, max: 3_600 },
    createFree: { min: 4, p10: 4, median: 8, p90: 26, max: 228 },
    createFlex: { min: 6, p10: 7, median: 8, p90: 27, max: 231 },
    createDedicated: { min: 406, p10: 468, median: 559, p90: 852, max: 7_269 },
    createSharded: { min: 496, p10: 597, median: 802, p90: 1_377, max: 1_895 },
    deleteDedicated: { min: 80, p10: 111, median: 166, p90: 209, max: 2_171 },
    deleteShared: { min: 4, p10: 9, median: 35, p90: 82, max: 533 },
    update: { min: 3, p10: 8, median: 40, p90: 600, max: 2_400 },
    applyChanges: { min: 2, p10: 4, median: 12, p90: 45, max: 120 },
    activateEntry: { min: 1, p10: 3, median: 10, p90: 60, max: 180 },
};


/***/ })

};
