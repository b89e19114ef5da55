export const id = 791;
export const ids = [791];
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

/***/ 3791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  takeSnapshot: () => (/* binding */ takeSnapshot)
});

// EXTERNAL MODULE: ./build/src/atlas/console-links.js
var console_links = __webpack_require__(3960);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-catalogue.js
var snapshot_catalogue = __webpack_require__(469);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-completion.js
var snapshot_completion = __webpack_require__(7784);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/src/atlas/cluster-answer.js + 1 modules
var cluster_answer = __webpack_require__(1838);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var clusters = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var nearest = __webpack_require__(675);
;// CONCATENATED MODULE: ./build/actions/snapshot/databases.js



async function assertContentsCanBeRead(client, address) {
    const { name, edition } = await (0,clusters/* getCluster */.dB)(client, address);
    if (edition !== cluster_answer/* INFINITE */.fZ)
        return;
    throw new Error(`expect-databases: cluster "${name}" is of edition infinite, and Atlas does not say what its snapshots contain. Leave expect-databases out; no snapshot was taken.`);
}
function assertDatabases({ expected, found, snapshotId, }) {
    const missing = expected.filter((name) => !found.includes(name));
    if (missing.length === 0)
        return;
    const hints = missing.map((name) => {
        const near = (0,nearest/* nearestNames */.L)(name, found, 1);
        return near.length > 0 ? `"${name}" (there is "${near.join()}")` : `"${name}"`;
    });
    const contains = found.length > 0 ? `It contains ${found.map((name) => `"${name}"`).join(', ')}.` : 'It contains none.';
    throw new Error(`Snapshot ${snapshotId} is completed, but lacks the expected ${hints.join(', ')}. ${contains}`);
}

// EXTERNAL MODULE: ./build/src/atlas/flex-snapshots.js
var flex_snapshots = __webpack_require__(406);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
;// CONCATENATED MODULE: ./build/actions/snapshot/explain.js



function explainSnapshotRefusal(error, client, address) {
    return (0,explain/* explainRefusal */.GC)(error, client, { address, explanations, otherwise: explainCluster });
}
const explanations = {
    ...explain/* unknownNames */.be,
    CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: explainFlex,
    BACKUP_CONFIG_NOT_FOUND: explainCluster,
};
async function explainFlex(client, address) {
    const snapshots = await (0,flex_snapshots/* listFlexSnapshots */.D)(client, address);
    const newest = snapshots
        .filter(({ status }) => status === 'COMPLETED')
        .map(({ finishTime }) => finishTime ?? '')
        .sort()
        .at(-1);
    const daily = newest
        ? `Atlas takes one a day by itself; the newest is of ${newest}.`
        : 'Atlas takes one a day by itself; there is none yet.';
    return `"${address.clusterName}" is a Flex cluster, which takes no snapshots on demand. ${daily} For a gate before a migration use a dedicated cluster (M10 and above), or mongodump.`;
}
async function explainCluster(client, address) {
    const { name, tier, paused, backupEnabled } = await (0,clusters/* getCluster */.dB)(client, address);
    if (tier === 'M0') {
        return `"${name}" is a free cluster (M0), which has no cloud backup. Use mongodump in the workflow, or a dedicated cluster (M10 and above).`;
    }
    if (paused)
        return `"${name}" is paused, and Atlas takes no snapshots of paused clusters. Resume it, and wait until it is idle.`;
    if (!backupEnabled) {
        return `Cloud backup is off for "${name}". Turn it on (Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup) and run the step again.`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/snapshot/marker.js
var marker = __webpack_require__(4279);
// EXTERNAL MODULE: ./build/actions/snapshot/obtain.js
var obtain = __webpack_require__(7444);
// EXTERNAL MODULE: ./build/actions/snapshot/progress.js
var progress = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/src/atlas/snapshots.js
var snapshots = __webpack_require__(4740);
// EXTERNAL MODULE: ./build/actions/snapshot-selector.js
var snapshot_selector = __webpack_require__(8890);
;// CONCATENATED MODULE: ./build/actions/snapshot/reuse.js



const LIFE_LEFT = 12 * 3_600_000;
async function findReusable(client, address, maxAge) {
    const readAt = client.clock.now();
    const listed = await (0,snapshots/* listSnapshots */.Cb)(client, address, 'replicaSet');
    const now = client.time.now();
    if (now === undefined) {
        client.log("Atlas's clock and this machine's do not agree, so no snapshot's age can be told: taking a new one.");
        return undefined;
    }
    const whole = listed.filter(({ replicaSetName }) => replicaSetName === address.clusterName);
    const found = newestGoodEnough(whole, { now, maxAge });
    if (found)
        return { ...found, readAt };
    const cluster = await (0,clusters/* getCluster */.dB)(client, address);
    const shardedAt = client.clock.now();
    const other = (0,clusters/* isSharded */.EG)(cluster)
        ? newestGoodEnough(await (0,snapshots/* listSnapshots */.Cb)(client, address, 'shardedCluster'), { now, maxAge })
        : newestGoodEnough(listed, { now, maxAge });
    return other && { ...other, readAt: (0,clusters/* isSharded */.EG)(cluster) ? shardedAt : readAt };
}
function newestGoodEnough(snapshots, { now, maxAge }) {
    return snapshots
        .filter((snapshot) => {
        const { status, createdAt, expiresAt } = snapshot;
        const age = now - Date.parse(createdAt ?? '');
        const life = Date.parse(expiresAt ?? '') - now;
        return status === 'completed' && (0,snapshot_selector/* countsAsLatest */.ur)(snapshot) && age <= maxAge && age > -60_000 && life >= LIFE_LEFT;
    })
        .sort((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? ''))
        .at(0);
}

// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/actions/snapshot/summarize.js

function summarize({ snapshot, outcome, address, databases, took, backupPage, }) {
    const { id, status, createdAt, expiresAt, storageSizeBytes, mongodVersion, description } = snapshot;
    const isCompleted = status === 'completed';
    return {
        title: isCompleted ? `Snapshot of ${address.clusterName}` : `Snapshot of ${address.clusterName}: not waited for`,
        facts: [
            ['Cluster', address.clusterName],
            ['Project', address.groupId],
            ['Snapshot', id],
            ['Outcome', outcome],
            ['Status', status],
            ['Restore point', createdAt],
            ['Expires', expiresAt],
            ['Size', isCompleted && storageSizeBytes !== undefined ? (0,format/* formatBytes */.z3)(storageSizeBytes) : undefined],
            ['MongoDB', mongodVersion],
            ['Databases', databases?.join(', ')],
            ['Description', description],
            ['The step took', (0,format/* formatDuration */.a3)(took)],
        ],
        links: [{ text: 'Snapshots of this cluster in Atlas', url: backupPage }],
        ...(!isCompleted && { note: 'wait is false: nobody has checked that this snapshot gets completed.' }),
    };
}

;// CONCATENATED MODULE: ./build/actions/snapshot/main.js











async function takeSnapshot(inputs, context) {
    const startedAt = context.clock.now();
    const { client, groupId } = await (0,atlas_session/* openAtlas */.M7)(inputs, context);
    const address = { groupId, clusterName: inputs['cluster-name'] };
    const work = { inputs, context, client, address };
    const gained = await main_obtain(work);
    const { outcome } = gained;
    context.publish({ 'snapshot-id': gained.snapshot.id, outcome, status: gained.snapshot.status });
    const completed = await finish(gained, work);
    context.underway(undefined);
    if (completed) {
        context.publish({ status: completed.status });
        context.log.info(`Snapshot ${completed.id} is completed; its data is of ${completed.createdAt}.`);
    }
    const databases = completed && (await databasesOf(completed, work));
    const final = completed ? await (0,snapshot_completion/* confirmCompleted */.Af)(client, address, completed) : gained.snapshot;
    return {
        outputs: {
            'created-at': final.createdAt,
            'expires-at': final.expiresAt,
            'size-bytes': final.status === 'completed' ? final.storageSizeBytes : undefined,
            'restore-point': final.createdAt,
        },
        summary: summarize({
            snapshot: final,
            outcome,
            address,
            databases,
            took: context.clock.now() - startedAt,
            backupPage: (0,console_links/* backupPage */.A)(client.baseUrl, address),
        }),
    };
}
async function main_obtain({ inputs, context, client, address }) {
    try {
        if (inputs['expect-databases'])
            await assertContentsCanBeRead(client, address);
        const maxAge = inputs['max-age-minutes'];
        const reusable = maxAge === undefined ? undefined : await findReusable(client, address, maxAge);
        if (reusable) {
            context.log.info(`Reusing snapshot ${reusable.id}, whose data is of ${reusable.createdAt}.`);
            return { snapshot: reusable, outcome: 'reused' };
        }
        const obtained = await (0,obtain/* obtainSnapshot */.k)({
            client,
            address,
            description: inputs.description ?? (0,marker/* defaultDescription */.GO)(context.job),
            marker: (0,marker/* createMarker */.h5)(context.job, context.random),
            retentionInDays: inputs['retention-days'],
            underway: context.underway,
        });
        const { snapshot, outcome } = obtained;
        context.log.info(outcome === 'created'
            ? `Atlas has accepted snapshot ${snapshot.id} of cluster "${address.clusterName}".`
            : `Adopting snapshot ${snapshot.id} of cluster "${address.clusterName}", which is already under way.`);
        return obtained;
    }
    catch (error) {
        throw await explainSnapshotRefusal(error, client, address);
    }
}
async function finish(gained, work) {
    if (gained.outcome === 'reused')
        return gained.snapshot;
    if (work.inputs.wait)
        return await complete({ snapshot: gained.snapshot, ...work });
    (0,snapshot_completion/* isCompleted */.Yw)(gained.snapshot, work.address);
    return undefined;
}
async function databasesOf({ id, expiresAt }, { inputs, context, client, address }) {
    const expected = inputs['expect-databases'];
    if (!expected)
        return undefined;
    context.underway(`Snapshot ${id} is completed, and stays in Atlas until ${expiresAt ?? 'it expires'}.`);
    const found = await (0,snapshot_catalogue/* listSnapshotDatabases */.L7)(client, address, id);
    context.underway(undefined);
    context.log.info(`The snapshot contains the databases ${found.join(', ') || '(none)'}.`);
    context.publish({ databases: found });
    assertDatabases({ expected, found, snapshotId: id });
    return found;
}
async function complete({ snapshot, context, client, address }) {
    context.underway(`Snapshot ${snapshot.id} of cluster "${address.clusterName}" may still go on in Atlas: ${(0,console_links/* backupPage */.A)(client.baseUrl, address)}`);
    const narrate = (0,progress/* progressOf */.j)(context, snapshot);
    const onState = (state) => {
        context.publish({ status: state.status });
        narrate(state);
    };
    return await (0,snapshot_completion/* waitUntilCompleted */.Tr)(client, address, { snapshot, onState });
}


/***/ }),

/***/ 7444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ obtainSnapshot)
/* harmony export */ });
/* harmony import */ var _src_atlas_clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7862);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _src_atlas_object_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(602);
/* harmony import */ var _src_atlas_snapshot_completion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7784);
/* harmony import */ var _src_atlas_snapshots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4740);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4279);






const LOST_ANSWERS = 3;
const LOOK_AGAIN = 3_000;
const SLACK = 60_000;
const TRY_AGAIN = 10_000;
async function obtainSnapshot(request) {
    for (let lost = 0;;) {
        const answer = await ask(request, { mayHaveBeenSent: lost > 0 });
        switch (answer.kind) {
            case 'taken':
                return { snapshot: answer.snapshot, outcome: 'created' };
            case 'lost':
                lost += 1;
                break;
            case 'busy': {
                const obtained = await resolveBusy(request, answer.error);
                if (obtained)
                    return obtained;
                break;
            }
            default:
                throw new Error(`No such answer: ${JSON.stringify(answer)}`);
        }
        const own = lost > 0 ? await lookForOwn(request) : undefined;
        if (own)
            return { snapshot: own, outcome: 'created' };
        if (answer.kind === 'lost' && lost >= LOST_ANSWERS)
            throw answer.error;
        if (lost > 0)
            request.client.log('The snapshot is not there, so the request was not carried out; sending it again.');
    }
}
async function resolveBusy(request, refusal) {
    const { client, address } = request;
    const snapshots = await listOfCluster(request);
    const own = snapshots.find((snapshot) => isOwn(snapshot, request));
    if (own)
        return { snapshot: own, outcome: 'created' };
    const unfinished = snapshots.find(isUnfinishedOnDemand);
    if (unfinished && isAsGood(unfinished, request))
        return { snapshot: unfinished, outcome: 'adopted' };
    if (unfinished)
        await waitForOther(client, address, unfinished);
    else
        await waitUnlessOutOfTime(client, refusal);
    return undefined;
}
async function ask(request, { mayHaveBeenSent }) {
    const { client, address, marker, retentionInDays, underway } = request;
    const description = (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .withMarker */ .Pe)(request.description, marker);
    const onSend = () => underway(`Atlas may have taken the request; the snapshot would then go on as "${description}".`);
    try {
        const snapshot = await (0,_src_atlas_snapshots_js__WEBPACK_IMPORTED_MODULE_3__/* .takeSnapshot */ .W9)(client, address, { description, retentionInDays, onSend });
        return { kind: 'taken', snapshot };
    }
    catch (error) {
        if (client.signal.aborted)
            throw error;
        if ((0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHaveTakenEffect */ .Y2)(error)) {
            client.log(`${(0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .xS)(error)} It is not known whether the snapshot was begun; looking for it.`);
            return { kind: 'lost', error };
        }
        if (!mayHaveBeenSent)
            underway(undefined);
        if (error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'UNFINISHED_ON_DEMAND_SNAPSHOT')
            return { kind: 'busy', error };
        throw error;
    }
}
async function lookForOwn(request) {
    const { client } = request;
    for (let look = 1;; look++) {
        const snapshots = await listOfCluster(request);
        const found = snapshots.find((snapshot) => isOwn(snapshot, request));
        if (found || look === 3)
            return found;
        await client.clock.sleep(LOOK_AGAIN, client.signal);
    }
}
function isUnfinishedOnDemand({ status, snapshotType }) {
    return snapshotType === 'onDemand' && (status === 'queued' || status === 'inProgress');
}
async function listOfCluster({ client, address }) {
    const cluster = await (0,_src_atlas_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .getCluster */ .dB)(client, address);
    return await (0,_src_atlas_snapshots_js__WEBPACK_IMPORTED_MODULE_3__/* .listSnapshots */ .Cb)(client, address, (0,_src_atlas_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .isSharded */ .EG)(cluster) ? 'shardedCluster' : 'replicaSet');
}
function isOwn({ description }, { marker }) {
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameRequest */ .s3)((0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .readMarker */ .t7)(description), marker);
}
function isAsGood(snapshot, { client, marker }) {
    const other = (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .readMarker */ .t7)(snapshot.description);
    if ((0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .isEarlierAttempt */ .yW)(other, marker))
        return true;
    return !marker.safety && !other?.safety && beganSince(snapshot, client);
}
function beganSince(snapshot, { time }) {
    const [began, first, now] = [(0,_src_atlas_object_id_js__WEBPACK_IMPORTED_MODULE_5__/* .requestedAt */ .u)(snapshot), time.atFirstAnswer(), time.now()];
    if (began === undefined || first === undefined || now === undefined)
        return false;
    return began >= first && began <= now + SLACK;
}
async function waitForOther(client, address, snapshot) {
    client.log(`Snapshot ${snapshot.id} of another job is under way (${snapshot.status}). It began before this step, so it is no ` +
        'substitute; Atlas takes one at a time, so waiting for it to end first.');
    try {
        await (0,_src_atlas_snapshot_completion_js__WEBPACK_IMPORTED_MODULE_2__/* .waitUntilCompleted */ .Tr)(client, address, { snapshot });
    }
    catch (error) {
        if (!(error instanceof _src_atlas_snapshot_completion_js__WEBPACK_IMPORTED_MODULE_2__/* .SnapshotFailed */ .W_))
            throw error;
        client.log(`The other job's snapshot has ended: ${error.message}`);
    }
}
async function waitUnlessOutOfTime({ clock, deadline, signal }, refusal) {
    if (clock.now() + TRY_AGAIN > deadline.at)
        throw refusal;
    await clock.sleep(TRY_AGAIN, signal);
}


/***/ }),

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ progressOf)
/* harmony export */ });
/* harmony import */ var _src_atlas_timings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1870);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(137);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9141);



function progressOf({ clock, log }, first) {
    const since = clock.now();
    const isDue = (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .lineIsDue */ .j)({ clock }, first.status);
    if (first.status !== 'completed')
        log.info(`Waiting until it is completed (${first.status}); usually ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatUsual */ .Yv)(_src_atlas_timings_js__WEBPACK_IMPORTED_MODULE_0__/* .timings */ .E.onDemandSnapshot)}.`);
    return ({ status }) => {
        if (isDue(status))
            log.info(`Snapshot ${first.id}: ${status} after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(clock.now() - since)}.`);
    };
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

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ backupPage)
/* harmony export */ });
function backupPage(baseUrl, { groupId, clusterName }) {
    return `${baseUrl}/v2/${groupId}#/clusters/backup/${encodeURIComponent(clusterName)}`;
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

/***/ 602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ begunAt),
/* harmony export */   u: () => (/* binding */ requestedAt)
/* harmony export */ });
function requestedAt({ id }) {
    return /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1_000 : undefined;
}
function begunAt(thing, { clock, time }) {
    const now = clock.now();
    const offset = (time.now() ?? now) - now;
    return Math.min((requestedAt(thing) ?? now + offset) - offset, now);
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

/***/ 469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ sampleSnapshotDatabases),
/* harmony export */   L7: () => (/* binding */ listSnapshotDatabases),
/* harmony export */   cM: () => (/* binding */ listSnapshotCollections),
/* harmony export */   yw: () => (/* binding */ sampleSnapshotCollections)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4941);



const inSnapshot = 'in snapshot {snapshotId} of cluster "{clusterName}" in project {groupId}';
const listDatabases = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases',
    version: '2025-03-12',
    task: `list the databases ${inSnapshot}`,
    role: 'Project Backup Manager',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .pageOf */ .ZZ)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
});
const listCollections = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases/{databaseName}/collections',
    version: '2025-03-12',
    task: `list the collections of database "{databaseName}" ${inSnapshot}`,
    role: 'Project Backup Manager',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .pageOf */ .ZZ)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
});
async function listSnapshotDatabases(client, address, snapshotId) {
    const databases = await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .listAll */ ._w)(client, listDatabases, { path: { ...address, snapshotId } });
    return databases.map(({ name }) => name);
}
async function listSnapshotCollections(client, address, { snapshotId, databaseName }) {
    const collections = await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .listAll */ ._w)(client, listCollections, { path: { ...address, snapshotId, databaseName } });
    return collections.map(({ name }) => name);
}
async function sampleSnapshotDatabases(client, address, { snapshotId, atMost }) {
    const { items, isWhole } = await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .listFirst */ .rL)(client, listDatabases, { path: { ...address, snapshotId }, atMost });
    return { names: items.map(({ name }) => name), isWhole };
}
async function sampleSnapshotCollections(client, address, { snapshotId, databaseName, atMost, }) {
    const path = { ...address, snapshotId, databaseName };
    const { items, isWhole } = await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_1__/* .listFirst */ .rL)(client, listCollections, { path, atMost });
    return { names: items.map(({ name }) => name), isWhole };
}


/***/ }),

/***/ 7784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ confirmCompleted),
/* harmony export */   IM: () => (/* binding */ readCompleted),
/* harmony export */   Tr: () => (/* binding */ waitUntilCompleted),
/* harmony export */   W_: () => (/* binding */ SnapshotFailed),
/* harmony export */   Yw: () => (/* binding */ isCompleted)
/* harmony export */ });
/* harmony import */ var _last_look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6453);
/* harmony import */ var _object_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(602);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8878);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8396);
/* harmony import */ var _snapshots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4740);
/* harmony import */ var _timings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1870);
/* harmony import */ var _vanishing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2376);







const schedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_3__/* .timings */ .E.onDemandSnapshot);
class SnapshotFailed extends Error {
    name = 'SnapshotFailed';
}
async function waitUntilCompleted(client, address, { snapshot, onState }) {
    if (isCompleted(snapshot, address)) {
        const answer = await look(client, address, snapshot);
        if (answer.id !== snapshot.id || isCompleted(answer, address))
            return believe(answer, snapshot, address);
    }
    const completed = await (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(client, {
        read: (0,_vanishing_js__WEBPACK_IMPORTED_MODULE_4__/* .believingThe404OnlyTwice */ .X)({
            read: () => look(client, address, snapshot),
            known: { ...snapshot, readAt: client.clock.now() },
            vanished: (facts) => new SnapshotFailed(`Snapshot ${snapshot.id} of cluster "${address.clusterName}" in project ${address.groupId} has vanished before it was completed: somebody deleted it, or the cluster. ${facts}`),
        }),
        done: (state) => isCompleted(state, address),
        schedule,
        since: (0,_object_id_js__WEBPACK_IMPORTED_MODULE_6__/* .begunAt */ .H)(snapshot, client),
        what: `Snapshot ${snapshot.id} of cluster "${address.clusterName}"`,
        ...(onState && { onState }),
    });
    return believe(completed, snapshot, address);
}
function confirmCompleted(client, address, snapshot) {
    return (0,_last_look_js__WEBPACK_IMPORTED_MODULE_0__/* .untilLastLook */ .IF)(client, {
        first: snapshot,
        read: () => readCompleted(client, address, snapshot),
        settle: async (reading) => {
            believe(reading, snapshot, address);
            return false;
        },
        what: nameOf(snapshot, address),
    });
}
async function readCompleted(client, address, snapshot) {
    const answer = await (0,_vanishing_js__WEBPACK_IMPORTED_MODULE_4__/* .readUnlessGone */ .i)(client, {
        read: () => look(client, address, snapshot),
        vanished: (facts) => new SnapshotFailed(`${nameOf(snapshot, address)} was completed, and is gone: somebody has deleted it, or the cluster, while this step ran. Take another one before anything relies on it. ${facts}`),
    });
    return believe(answer, snapshot, address);
}
function nameOf({ id }, { clusterName, groupId }) {
    return `Snapshot ${id} of cluster "${clusterName}" in project ${groupId}`;
}
async function look(client, address, snapshot) {
    const readAt = client.clock.now();
    return { ...(await (0,_snapshots_js__WEBPACK_IMPORTED_MODULE_2__/* .getSnapshot */ .dV)(client, address, snapshot)), readAt };
}
function believe(answer, asked, address) {
    if (answer.id !== asked.id) {
        throw new SnapshotFailed(`Asked about snapshot ${asked.id}, Atlas answered about ${answer.id}; run the step again.`);
    }
    if (!isCompleted(answer, address)) {
        throw new SnapshotFailed(`Snapshot ${asked.id} of cluster "${address.clusterName}" was completed, and is ${answer.status} now. Look at it in Atlas, and run the step again.`);
    }
    if (answer.createdAt === undefined) {
        throw new SnapshotFailed(`Snapshot ${asked.id} of cluster "${address.clusterName}" is called completed, but does not say of when its data is. Look at it in Atlas.`);
    }
    return answer;
}
function isCompleted({ id, status }, { clusterName }) {
    switch (status) {
        case 'completed':
            return true;
        case 'queued':
        case 'inProgress':
            return false;
        case 'failed':
            throw new SnapshotFailed(`Atlas could not complete snapshot ${id} of cluster "${clusterName}" (status failed). Run the step again; if it fails again, look at the cluster's health and its activity feed in Atlas.`);
        default:
            throw new SnapshotFailed(`Snapshot ${id} of cluster "${clusterName}" is in the unknown state "${status}", which cannot be taken for a success. Look at it in Atlas, and report the state so that the actions learn it.`);
    }
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


/***/ }),

/***/ 2376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ believingThe404OnlyTwice),
/* harmony export */   i: () => (/* binding */ readUnlessGone)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

function believingThe404OnlyTwice({ read, known, vanished, }) {
    let missing = 0;
    let last = known;
    return async () => {
        try {
            last = await read();
            missing = 0;
            return last;
        }
        catch (error) {
            if (!isMissing(error))
                throw error;
            missing += 1;
            if (missing < 2)
                return last;
            throw vanished(error.facts);
        }
    };
}
const LOOK_AGAIN_MS = 3_000;
async function readUnlessGone({ clock, signal }, { read, vanished, }) {
    try {
        return await read();
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
    }
    await clock.sleep(LOOK_AGAIN_MS, signal);
    try {
        return await read();
    }
    catch (error) {
        throw isMissing(error) ? vanished(error.facts) : error;
    }
}
function isMissing(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL && error.status === 404;
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
