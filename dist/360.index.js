export const id = 360;
export const ids = [360];
export const modules = {

/***/ 8360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workOnBackups: () => (/* binding */ workOnBackups)
});

// EXTERNAL MODULE: ./build/src/atlas/console-links.js
var console_links = __webpack_require__(3960);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/polling.js
var polling = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/src/atlas/restore-jobs.js
var restore_jobs = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/atlas/collection-restore-jobs.js
var collection_restore_jobs = __webpack_require__(659);
// EXTERNAL MODULE: ./build/src/atlas/flex-restore-jobs.js
var flex_restore_jobs = __webpack_require__(9526);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/atlas/object-id.js
var object_id = __webpack_require__(602);
;// CONCATENATED MODULE: ./build/actions/backups/restore-job.js



const wholeStates = {
    underway: 'running',
    finished: 'completed',
    failed: 'failed',
    cancelled: 'cancelled',
    expired: 'expired',
    downloadable: 'ready-to-download',
};
const deliveries = {
    pointInTime: 'point-in-time',
    RESTORE: 'automated',
    DOWNLOAD: 'download',
};
function showWhole(job, now) {
    const { deliveryUrls, expiresAt, deliveryType } = job;
    const type = deliveries[deliveryType] ?? deliveryType;
    return {
        view: {
            id: job.id,
            status: unlessExpired(wholeStates[(0,restore_jobs/* restoreStateOf */.Hm)(job)], { expiresAt, now }),
            type,
            createdAt: isoOf((0,object_id/* requestedAt */.u)(job)),
            finishedAt: job.finishedAt,
            snapshotId: job.snapshotId,
            ...momentOf(job),
            targetClusterName: job.targetClusterName,
            targetProjectId: job.targetGroupId,
            ...(type === 'download' && { links: deliveryUrls.length, expiresAt }),
        },
        secrets: deliveryUrls,
    };
}
const flexStates = {
    PENDING: 'queued',
    QUEUED: 'queued',
    RUNNING: 'running',
    COMPLETED: 'completed',
    FAILED: 'failed',
};
function showFlex(job, now) {
    const { snapshotUrl, expiresAt, deliveryType } = job;
    const type = deliveries[deliveryType] ?? deliveryType.toLowerCase();
    const status = wordFor(flexStates, job.status);
    const isReady = status === 'completed' && snapshotUrl !== undefined;
    return {
        view: {
            id: job.id,
            status: isReady ? unlessExpired('ready-to-download', { expiresAt, now }) : status,
            type,
            state: job.status,
            createdAt: isoOf((0,object_id/* requestedAt */.u)(job)),
            finishedAt: job.finishedAt,
            snapshotId: job.snapshotId,
            targetClusterName: job.targetClusterName,
            targetProjectId: job.targetProjectId,
            ...(type === 'download' && { links: snapshotUrl === undefined ? 0 : 1, expiresAt }),
        },
        secrets: snapshotUrl === undefined ? [] : [snapshotUrl],
    };
}
const collectionStates = {
    INITIALIZING: 'running',
    IN_PROGRESS: 'running',
    FINALIZING: 'running',
    SUCCESSFUL: 'completed',
    FAILED: 'failed',
    CANCELED: 'cancelled',
};
function showCollections(job) {
    const { restoredDocuments, totalDocuments, databases, collections } = job;
    return {
        view: {
            id: job.id,
            status: wordFor(collectionStates, job.state),
            type: 'collections',
            state: job.state,
            createdAt: job.createdAt ?? isoOf((0,object_id/* requestedAt */.u)(job)),
            finishedAt: job.finishedAt,
            snapshotId: job.snapshotId,
            ...momentOf(job),
            targetClusterName: job.targetClusterName,
            targetProjectId: job.targetGroupId,
            restoredDocuments,
            totalDocuments,
            percent: percentOf(restoredDocuments, totalDocuments),
            databases: databases.length > 0 ? databases : undefined,
            collections: collections.length > 0 ? collections : undefined,
            databaseSuffix: job.databaseSuffix,
            collectionSuffix: job.collectionSuffix,
            writeStrategy: job.writeStrategy,
            error: job.errorMessage,
        },
        secrets: [],
    };
}
function hasEnded({ status }) {
    return !['queued', 'running', 'ready-to-download', 'unknown'].includes(status);
}
function wordFor(words, state) {
    return (Object.hasOwn(words, state) ? words[state] : undefined) ?? 'unknown';
}
function unlessExpired(status, { expiresAt, now }) {
    const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= now;
    return status === 'ready-to-download' && isOver ? 'expired' : status;
}
function momentOf({ pointInTime, oplogTs, oplogInc, }) {
    return {
        pointInTime: pointInTime === undefined ? undefined : isoOf(pointInTime * 1_000),
        oplog: oplogTs === undefined || oplogInc === undefined ? undefined : `${oplogTs}:${oplogInc}`,
    };
}
function percentOf(restored, total) {
    return restored === undefined || !total ? undefined : Math.min(100, Math.floor((restored / total) * 100));
}
function isoOf(milliseconds) {
    const isTime = milliseconds !== undefined && Math.abs(milliseconds) < 8e15;
    return isTime ? (0,iso_time/* isoTime */.L)(milliseconds) : undefined;
}

// EXTERNAL MODULE: ./build/actions/backups/subject.js
var backups_subject = __webpack_require__(5364);
;// CONCATENATED MODULE: ./build/actions/backups/work.js
function atlasNow({ client }) {
    return client.time.now() ?? client.clock.now();
}

;// CONCATENATED MODULE: ./build/actions/backups/find-job.js







async function listJobs(work) {
    const { client, subject } = work;
    const { address, cluster } = subject;
    const now = atlasNow(work);
    if (!(0,backups_subject/* hasBackups */.cG)(cluster))
        return [];
    if (cluster.tier === 'FLEX') {
        const jobs = await (0,flex_restore_jobs/* listFlexRestoreJobs */.YR)(client, address);
        return jobs.map((job) => showFlex(job, now));
    }
    const [whole, collections] = await Promise.all([
        noneWhereOff(work, () => (0,restore_jobs/* listRestoreJobs */.BY)(client, address)),
        noneWhereOff(work, () => noneWhereUnknown(work, () => (0,collection_restore_jobs/* listCollectionRestoreJobs */.xs)(client, address))),
    ]);
    return [...whole.map((job) => showWhole(job, now)), ...collections.map(showCollections)];
}
async function findJob(work, id) {
    const { client, subject } = work;
    const { address, cluster } = subject;
    if (!(0,backups_subject/* hasBackups */.cG)(cluster))
        throw new Error((0,backups_subject/* adviceFor */.cp)(subject));
    const readers = cluster.tier === 'FLEX'
        ? [async () => showFlex(await (0,flex_restore_jobs/* getFlexRestoreJob */.Lp)(client, address, id), atlasNow(work))]
        : [
            async () => showWhole(await (0,restore_jobs/* getRestoreJob */.W7)(client, address, id), atlasNow(work)),
            async () => showCollections(await (0,collection_restore_jobs/* getCollectionRestoreJob */.qB)(client, address, id)),
        ];
    for (const read of readers) {
        try {
            return await read();
        }
        catch (error) {
            if (!isNotThere(error, subject))
                throw error;
        }
    }
    return undefined;
}
async function noneWhereOff({ subject }, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!subject.cluster.backupEnabled && (0,backups_subject/* isBackupOff */.wv)(error))
            return [];
        throw error;
    }
}
async function noneWhereUnknown({ context, subject }, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!isNotThere(error, subject))
            throw error;
        context.log.warning(`Restores of single databases and collections are left out. ${(0,errors/* factsOf */.xS)(error)}`);
        return [];
    }
}
const aboutThePlace = new Set(['CLUSTER_NOT_FOUND', 'GROUP_NOT_FOUND']);
function isNotThere(error, { isDeleted }) {
    if (!(error instanceof errors/* AtlasError */.qL))
        return false;
    return [404, 405, 406].includes(error.status) && (isDeleted || !aboutThePlace.has(error.code ?? ''));
}

;// CONCATENATED MODULE: ./build/actions/backups/job-table.js

const jobColumns = [
    'Restore job',
    'Status',
    'Type',
    'Begun',
    'Finished',
    'Data of',
    'Target',
    'Progress',
];
function jobRow(view) {
    const { id, status, type, createdAt, finishedAt, snapshotId, pointInTime, targetClusterName } = view;
    return [
        id,
        status,
        type,
        createdAt,
        finishedAt,
        snapshotId === undefined ? pointInTime : `snapshot ${snapshotId}`,
        targetClusterName,
        progressOf(view),
    ];
}
function progressOf(view) {
    const { restoredDocuments, totalDocuments, percent, links, expiresAt, status, error } = view;
    if (error !== undefined)
        return error;
    if (percent !== undefined) {
        return `${restoredDocuments?.toLocaleString('en')} of ${totalDocuments?.toLocaleString('en')} documents (${percent} %)`;
    }
    return status === 'ready-to-download'
        ? `${(0,format/* formatCount */.B4)(links ?? 0, 'link')}, until ${expiresAt ?? 'they expire'}`
        : undefined;
}

;// CONCATENATED MODULE: ./build/actions/backups/restore-status.js



async function restoreStatus(work) {
    const { context, inputs } = work;
    const id = inputs['restore-job-id'] ?? '';
    const job = await findJob(work, id);
    if (!job)
        throw new Error(await unknownJob(work, id));
    for (const secret of job.secrets)
        context.mask(secret);
    const { view } = job;
    const parts = view.type === 'collections' ? await collectionsOf(work, id) : undefined;
    context.log.info(`Restore job ${id} is ${[view.status, progressOf(view)].filter(Boolean).join(', ')}.`);
    if (view.status === 'unknown') {
        context.log.warning(`Atlas calls restore job ${id} "${view.state}", a word that is new to this version of the actions.`);
    }
    return {
        result: { ...view, ...(parts && { namespaces: parts.slice(0, MOST_NAMESPACES) }) },
        count: 1,
        status: view.status,
        title: `Restore job ${id}: ${view.status}`,
        facts: jobFacts(view),
        ...(parts && { table: { head: ['Source', 'Target', 'State', 'Documents', 'Indexes'], rows: parts.map(rowOf) } }),
    };
}
const MOST_NAMESPACES = 1_000;
async function collectionsOf({ client, subject }, id) {
    const collections = await (0,collection_restore_jobs/* listRestoredCollections */.kv)(client, subject.address, id);
    return collections.map((one) => ({
        source: one.sourceNamespace,
        target: one.effectiveNamespace,
        state: one.state,
        restoredDocuments: one.restoredDocuments,
        totalDocuments: one.totalDocuments,
        indexState: one.indexState,
        failedIndexes: one.failedIndexes > 0 ? one.failedIndexes : undefined,
        indexError: one.indexError,
    }));
}
function rowOf({ source, target, state, restoredDocuments, totalDocuments, ...index }) {
    const documents = restoredDocuments === undefined
        ? undefined
        : `${restoredDocuments.toLocaleString('en')} of ${totalDocuments?.toLocaleString('en') ?? 'an unknown number'}`;
    return [source, target, state, documents, index.indexError ?? index.indexState];
}
function jobFacts(view) {
    const { status, type, state, createdAt, finishedAt, snapshotId, pointInTime, oplog, error } = view;
    const { targetClusterName, targetProjectId } = view;
    const project = targetProjectId === undefined ? '' : ` (project ${targetProjectId})`;
    return [
        ['Status', status],
        ['Type', type],
        ['Atlas calls it', state],
        ['Begun', createdAt],
        ['Finished', finishedAt],
        ['Snapshot', snapshotId],
        ['Point in time', oplog === undefined ? pointInTime : `oplog ${oplog}`],
        ['Target', targetClusterName && `${targetClusterName}${project}`],
        ['Progress', error === undefined ? progressOf(view) : undefined],
        ['Error', error],
    ];
}
async function unknownJob(work, id) {
    const { clusterName, groupId } = work.subject.address;
    const jobs = await listJobs(work);
    const newest = jobs
        .toSorted((one, other) => (other.view.createdAt ?? '').localeCompare(one.view.createdAt ?? ''))
        .slice(0, 3)
        .map(({ view }) => `${view.id} (${view.type}, ${view.status}, begun ${view.createdAt ?? 'at an unknown time'})`);
    const others = newest.length === 0 ? 'It has none at all.' : `Its newest are ${newest.join('; ')}.`;
    return `Cluster "${clusterName}" in project ${groupId} has no restore job ${id}. ${others} A job stands with the cluster that the snapshot came from, not with the target: check cluster-name and restore-job-id.`;
}

;// CONCATENATED MODULE: ./build/actions/backups/cancel-restore.js






async function cancelRestore(work) {
    const { context, inputs } = work;
    const job = await findJob(work, inputs['restore-job-id'] ?? '');
    if (!job)
        return absent(work);
    maskLinks(work, job);
    const { view } = job;
    if (hasEnded(view)) {
        context.log.notice(`Restore job ${view.id} is ${view.status} already: there is nothing to cancel.`);
        return reportOf(view, view.status);
    }
    assertCancellable(work, view);
    if (inputs['dry-run']) {
        context.log.info(`Download ${view.id} (${view.status}) would be cancelled.`);
        return reportOf(view, 'planned');
    }
    const ended = await cancelAndReadBack(work, view);
    context.log.info(`Download ${view.id} is ${ended.status}.`);
    return reportOf(ended, ended.status);
}
function assertCancellable({ subject }, { id, type, status }) {
    const isDownload = type === 'download' && subject.cluster.tier !== 'FLEX';
    if (isDownload)
        return;
    const why = subject.cluster.tier === 'FLEX'
        ? 'of a Flex cluster no restore and no download can be cancelled'
        : type === 'collections'
            ? 'Atlas has no way to cancel a restore of databases and collections'
            : 'Atlas cancels downloads only, and this restore writes into its target until it ends';
    throw new Error(`Restore job ${id} of cluster "${subject.address.clusterName}" is ${status}, and goes on: ${why}.`);
}
const LOOK_AGAIN = 3_000;
async function cancelAndReadBack(work, view) {
    const { client, context, subject } = work;
    const { id } = view;
    const readBack = async () => {
        const job = await findJob(work, id);
        if (job)
            maskLinks(work, job);
        return job?.view ?? { ...view, status: 'cancelled', links: 0 };
    };
    context.underway(`Atlas may have cancelled download ${id}; run the step again to see.`);
    try {
        await (0,restore_jobs/* cancelRestoreJob */.aX)(client, subject.address, id);
    }
    catch (error) {
        if (client.signal.aborted || !(error instanceof errors/* AtlasError */.qL))
            throw error;
        const now = await readBack();
        if (hasEnded(now))
            return now;
        if (!(0,errors/* mayHaveTakenEffect */.Y2)(error))
            context.underway(undefined);
        throw error;
    }
    const ended = await (0,polling/* poll */.w)(client, {
        read: readBack,
        done: hasEnded,
        schedule: (elapsed) => (elapsed === 0 ? 0 : LOOK_AGAIN),
        since: client.clock.now(),
        what: `The cancellation of download ${id}`,
    });
    context.underway(undefined);
    return ended;
}
function maskLinks({ context }, { secrets }) {
    for (const secret of secrets)
        context.mask(secret);
}
function absent({ context, subject, inputs }) {
    const { clusterName, groupId } = subject.address;
    const what = `There is no restore job ${inputs['restore-job-id']} of cluster "${clusterName}" in project ${groupId} (any more): nothing was cancelled.`;
    context.log.notice(`${what} If it should be there, check restore-job-id and cluster-name.`);
    return { result: {}, count: 0, status: 'absent', title: 'Restore job: absent', facts: [], note: what };
}
function reportOf(view, status) {
    return {
        result: { ...view },
        count: 1,
        status,
        title: `Restore job ${view.id}: ${status}`,
        facts: jobFacts(view),
        ...(status === 'planned' && { note: 'dry-run: nothing was cancelled.' }),
    };
}

// EXTERNAL MODULE: ./build/src/atlas/snapshots.js
var snapshots = __webpack_require__(4740);
// EXTERNAL MODULE: ./build/actions/listed-snapshots.js
var listed_snapshots = __webpack_require__(5159);
// EXTERNAL MODULE: ./build/actions/snapshot-selector.js
var snapshot_selector = __webpack_require__(8890);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var clusters = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/actions/backups/find-snapshot.js





async function findMeant(work, selector) {
    const { client, subject } = work;
    if (!(0,backups_subject/* hasBackups */.cG)(subject.cluster))
        throw new Error((0,backups_subject/* adviceFor */.cp)(subject));
    if (selector.kind === 'id' && subject.cluster.tier !== 'FLEX') {
        const found = await findById(work, selector.id);
        return found ? [found] : [];
    }
    const snapshots = await (0,backups_subject/* snapshotsOf */.XO)(client, subject);
    return snapshots.filter((snapshot) => (0,snapshot_selector/* isMeant */.EZ)(snapshot, selector));
}
async function findById(work, id) {
    const { client, subject } = work;
    const read = (type) => unlessMissing(() => (0,listed_snapshots/* readSnapshotOfType */.gZ)(client, subject.address, { id, type }));
    if (!(0,clusters/* isSharded */.EG)(subject.cluster))
        return await read('replicaSet');
    const whole = await read('shardedCluster');
    if (whole)
        return whole;
    const other = await read('replicaSet');
    if (!other)
        return undefined;
    const owner = (await (0,backups_subject/* snapshotsOf */.XO)(client, subject)).find(({ memberIds }) => memberIds.includes(id));
    if (!owner)
        return other;
    throw new Error(`${id} is the part of one shard in snapshot ${owner.id} of cluster "${subject.address.clusterName}". Name the whole: ${owner.id}.`);
}
async function unlessMissing(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof errors/* AtlasError */.qL && error.code === 'SNAPSHOT_NOT_FOUND')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/actions/snapshot/marker.js
var snapshot_marker = __webpack_require__(4279);
;// CONCATENATED MODULE: ./build/actions/backups/ownership.js

function ownershipOf(description, { repository, runId }) {
    const marker = (0,snapshot_marker/* readMarker */.t7)(description);
    if (!marker)
        return 'foreign';
    if (marker.safety)
        return 'safety';
    if (/^[1-9]\d*$/.test(runId) && marker.runId === runId)
        return 'own';
    const [, named = '', run] = (0,snapshot_marker/* withoutMarker */.rR)(description ?? '').match(/^(\S+) [0-9a-f]{7} run (\d+)$/) ?? [];
    const isNamed = named !== '' && named.toLowerCase() === repository.toLowerCase();
    return isNamed && run === marker.runId ? 'own' : 'suite';
}
const whyNotOwn = {
    safety: 'it is a safety snapshot, which restore took of what it was about to replace: perhaps the only way back to that data',
    suite: 'this suite took it, but its description does not tell that it was for this repository (the default description would)',
    foreign: 'its description has no marker of this suite, so somebody else, or the schedule, took it',
};

;// CONCATENATED MODULE: ./build/actions/backups/snapshot-view.js




function viewOf(snapshot) {
    const { id, snapshotType, frequencyType, createdAt, expiresAt, sizeBytes, mongodbVersion, members } = snapshot;
    const marker = (0,snapshot_marker/* readMarker */.t7)(snapshot.description);
    return {
        id,
        status: statusOf(snapshot),
        type: snapshotType === 'onDemand' ? 'on-demand' : snapshotType,
        frequency: frequencyType === 'ondemand' ? undefined : frequencyType,
        createdAt,
        expiresAt,
        sizeBytes,
        mongodbVersion,
        description: snapshot.description || undefined,
        runId: marker?.runId,
        safety: marker?.safety ? true : undefined,
        replicaSets: members.length > 0 ? members : undefined,
    };
}
const flexWords = {
    PENDING: 'queued',
    QUEUED: 'queued',
    RUNNING: 'inProgress',
    COMPLETED: 'completed',
    FAILED: 'failed',
};
function statusOf({ status }) {
    return Object.hasOwn(flexWords, status) ? (flexWords[status] ?? status) : status;
}
function timeOf(snapshot) {
    return (0,iso_time/* readTime */.a)(snapshot.createdAt) ?? (0,object_id/* requestedAt */.u)(snapshot);
}
const snapshotColumns = ['Snapshot', 'Status', 'Type', 'Data of', 'Expires', 'Size', 'Description'];
function snapshotRow(view) {
    const { id, status, type, frequency, createdAt, expiresAt, sizeBytes, description } = view;
    const size = status === 'completed' && sizeBytes !== undefined ? (0,format/* formatBytes */.z3)(sizeBytes) : undefined;
    return [id, status, frequency ?? type, createdAt, expiresAt, size, description];
}

;// CONCATENATED MODULE: ./build/actions/backups/delete.js








async function deleteOne(work) {
    const { context, inputs } = work;
    const snapshot = await findOne(work);
    if (!snapshot)
        return delete_absent(work);
    assertDeletable(work, snapshot);
    if (inputs['dry-run']) {
        context.log.info(`Snapshot ${snapshot.id} would be deleted.`);
        return delete_reportOf(work, snapshot, 'planned');
    }
    await deleteAndReadBack(work, snapshot);
    context.log.info(`Snapshot ${snapshot.id} is deleted.`);
    return delete_reportOf(work, snapshot, 'deleted');
}
async function findOne(work) {
    const { subject, inputs } = work;
    const { clusterName } = subject.address;
    if (subject.cluster.tier === 'FLEX') {
        throw new Error(`"${clusterName}" is a Flex cluster, and Atlas lets nobody delete its snapshots: it keeps the last eight daily ones, and they expire by themselves.`);
    }
    const meant = await findMeant(work, (0,snapshot_selector/* parseSelector */.Pl)(inputs.snapshot ?? ''));
    if (meant.length <= 1)
        return meant[0];
    const ids = meant.slice(0, 10).map(({ id, createdAt }) => `${id} of ${createdAt ?? 'no time yet'}`);
    throw new Error(`snapshot: ${inputs.snapshot} means ${meant.length} snapshots of cluster "${clusterName}", so none was deleted. Name one by its id: ${ids.join('; ')}${meant.length > ids.length ? '; …' : ''}.`);
}
function delete_absent({ context, subject, inputs }) {
    const { clusterName, groupId } = subject.address;
    const what = `There is no snapshot ${inputs.snapshot} of cluster "${clusterName}" in project ${groupId} (any more): nothing was deleted.`;
    context.log.notice(`${what} If it should be there, check snapshot and cluster-name.`);
    return { result: {}, count: 0, status: 'absent', title: 'Snapshot: absent', facts: [], note: what };
}
function assertDeletable({ context, subject, inputs }, snapshot) {
    const { id } = snapshot;
    const what = `Snapshot ${id} of cluster "${subject.address.clusterName}"`;
    const status = statusOf(snapshot);
    if (status === 'queued' || status === 'inProgress') {
        throw new Error(`${what} is ${status}, and Atlas deletes no snapshot before it has ended. Wait until it is completed or failed, and run the step again.`);
    }
    if (inputs.confirm !== undefined && inputs.confirm !== id) {
        throw new Error(`confirm names ${inputs.confirm}, but snapshot: ${inputs.snapshot} means ${id}; nothing was deleted.`);
    }
    const ownership = ownershipOf(snapshot.description, context.job);
    if (ownership === 'own' || inputs.confirm === id)
        return;
    throw new Error(`${what} was not deleted: ${whyNotOwn[ownership]}. If it really is to go, set confirm: ${id}.`);
}
const delete_LOOK_AGAIN = 3_000;
async function deleteAndReadBack(work, snapshot) {
    const { client, context, subject } = work;
    const { id, type } = snapshot;
    const { address } = subject;
    context.underway(`Atlas may have deleted snapshot ${id}, or may still do so; run the step again to see.`);
    try {
        await (0,snapshots/* deleteSnapshot */.Cj)(client, address, { id, type });
    }
    catch (error) {
        if (!client.signal.aborted && !(0,errors/* mayHaveTakenEffect */.Y2)(error))
            context.underway(undefined);
        throw explained(error, snapshot);
    }
    const since = client.clock.now();
    await (0,polling/* poll */.w)(client, {
        read: async () => {
            try {
                await (0,listed_snapshots/* readSnapshotOfType */.gZ)(client, address, { id, type });
                return 'there';
            }
            catch (error) {
                if (error instanceof errors/* AtlasError */.qL && error.status === 404)
                    return 'gone';
                throw error;
            }
        },
        done: (state) => state === 'gone',
        schedule: (elapsed) => (elapsed === 0 ? 0 : delete_LOOK_AGAIN),
        since,
        what: `The deletion of snapshot ${id}`,
    });
    context.underway(undefined);
}
function explained(error, { expiresAt }) {
    if (!(error instanceof errors/* AtlasError */.qL && error.code === 'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY'))
        return error;
    const until = expiresAt === undefined ? '' : `, this one until ${expiresAt}`;
    const hint = `The project's backup compliance policy keeps every snapshot until it expires${until}. No role in Atlas can delete it sooner; ask whoever owns the policy.`;
    return new Error(`${error.facts} ${hint}`, { cause: error });
}
function delete_reportOf({ subject }, snapshot, status) {
    const view = viewOf(snapshot);
    return {
        result: { ...view },
        count: 1,
        status,
        title: `Snapshot of ${subject.address.clusterName}: ${status}`,
        facts: [],
        table: { head: snapshotColumns, rows: [snapshotRow(view)] },
        ...(status === 'planned' && { note: 'dry-run: nothing was deleted.' }),
    };
}

// EXTERNAL MODULE: ./build/src/atlas/cluster-answer.js + 1 modules
var cluster_answer = __webpack_require__(1838);
// EXTERNAL MODULE: ./build/src/atlas/rights.js
var rights = __webpack_require__(738);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-catalogue.js
var snapshot_catalogue = __webpack_require__(469);
;// CONCATENATED MODULE: ./build/actions/backups/catalogue.js



const MOST_NAMES = 100;
const MOST_DATABASES = 25;
async function readCatalogue({ client, subject }, snapshotId) {
    const { address } = subject;
    try {
        const { names, isWhole } = await (0,snapshot_catalogue/* sampleSnapshotDatabases */.H4)(client, address, { snapshotId, atMost: MOST_NAMES });
        const lookInto = async (databaseName, index) => {
            const inside = index < MOST_DATABASES
                ? await (0,snapshot_catalogue/* sampleSnapshotCollections */.yw)(client, address, { snapshotId, databaseName, atMost: MOST_NAMES })
                : { names: [], isWhole: false };
            return { name: databaseName, collections: inside.names, isWhole: inside.isWhole };
        };
        return { databases: await Promise.all(names.map(lookInto)), isWhole };
    }
    catch (error) {
        if ((0,rights/* lacksRights */.o)(error))
            return { unknown: 'It needs the role «Project Backup Manager» to be looked into.' };
        if (error instanceof errors/* AtlasError */.qL && [404, 405, 406].includes(error.status))
            return { unknown: (0,errors/* factsOf */.xS)(error) };
        throw error;
    }
}
function catalogueRows(catalogue) {
    if ('unknown' in catalogue)
        return [];
    return catalogue.databases.map(({ name, collections, isWhole }) => [
        name,
        [...collections, ...(isWhole ? [] : ['…'])].join(', '),
    ]);
}

;// CONCATENATED MODULE: ./build/actions/backups/describe.js









async function describe(work) {
    const { context, subject } = work;
    const snapshot = await findDescribed(work);
    const view = viewOf(snapshot);
    const hidden = whyHidden(snapshot, subject);
    const catalogue = hidden === undefined ? await readCatalogue(work, snapshot.id) : { unknown: hidden };
    context.log.info(`Snapshot ${view.id} of cluster "${subject.address.clusterName}" is ${view.status}.`);
    if ('unknown' in catalogue)
        context.log.notice(`What the snapshot holds is not known. ${catalogue.unknown}`);
    const rows = catalogueRows(catalogue);
    for (const [name, collections] of rows)
        context.log.info(`- ${name}: ${collections}`);
    return {
        result: { ...view, catalogue },
        count: 1,
        status: view.status,
        title: `Snapshot ${view.id}`,
        facts: factsOf(view, age(work, snapshot)),
        table: { head: ['Database', 'Collections'], rows },
        ...('unknown' in catalogue && { note: `What it holds is not known. ${catalogue.unknown}` }),
    };
}
function whyHidden({ isCompleted }, { cluster }) {
    if (!isCompleted)
        return 'Only a completed snapshot can be looked into.';
    if (cluster.tier === 'FLEX')
        return 'Atlas does not show what snapshots of Flex clusters contain.';
    if (cluster.edition === cluster_answer/* INFINITE */.fZ)
        return 'Atlas does not show what snapshots of edition infinite contain.';
    return undefined;
}
async function findDescribed(work) {
    const { client, subject, inputs } = work;
    const selector = (0,snapshot_selector/* parseSelector */.Pl)(inputs.snapshot ?? '');
    const meant = (0,listed_snapshots/* newestFirst */.ll)(await findMeant(work, selector));
    const found = selector.kind === 'id' ? meant[0] : meant.find(({ isCompleted }) => isCompleted);
    if (found)
        return found;
    const snapshots = await (0,backups_subject/* snapshotsOf */.XO)(client, subject);
    throw new Error((0,snapshot_selector/* noSuchSnapshot */.b$)(snapshots, { selector, clusterName: subject.address.clusterName }));
}
function age(work, snapshot) {
    const time = timeOf(snapshot);
    return time === undefined ? undefined : (0,format/* formatAge */.nV)(atlasNow(work) - time);
}
function factsOf(view, old) {
    return [
        ['Status', view.status],
        ['Type', view.frequency ?? view.type],
        ['Data of', view.createdAt && `${view.createdAt} (${old} ago)`],
        ['Expires', view.expiresAt],
        ['Size', view.sizeBytes === undefined || view.status !== 'completed' ? undefined : (0,format/* formatBytes */.z3)(view.sizeBytes)],
        ['MongoDB', view.mongodbVersion],
        ['Replica sets', view.replicaSets?.join(', ')],
        ['Run', view.runId],
        ['Description', view.description],
    ];
}

// EXTERNAL MODULE: ./build/src/atlas/backup-schedule.js
var backup_schedule = __webpack_require__(9669);
// EXTERNAL MODULE: ./build/src/atlas/compliance-policy.js
var compliance_policy = __webpack_require__(6661);
;// CONCATENATED MODULE: ./build/actions/backups/compliance.js


async function readPolicy({ client, subject }) {
    try {
        return (await (0,compliance_policy/* getCompliancePolicy */._)(client, subject.address.groupId)) ?? { state: 'none' };
    }
    catch (error) {
        if (!(0,rights/* lacksRights */.o)(error))
            throw error;
        return { state: 'unknown', reason: 'Reading it needs the role «Project Owner».' };
    }
}
function policyWords({ state, pitEnabled, restoreWindowDays, reason }) {
    if (reason !== undefined)
        return `${state}. ${reason}`;
    return [
        state,
        pitEnabled ? 'point in time required' : undefined,
        restoreWindowDays ? `restore window of ${restoreWindowDays} days required` : undefined,
    ]
        .filter((part) => part !== undefined)
        .join(', ');
}

;// CONCATENATED MODULE: ./build/actions/backups/restore-window.js


const DAY = 86_400_000;
const LAG = 60_000;
function restoreWindowOf({ subject: { cluster, isDeleted }, snapshots, schedule, now, }) {
    const completed = snapshots.filter(({ isCompleted, createdAt }) => isCompleted && (0,iso_time/* readTime */.a)(createdAt) !== undefined);
    const points = (0,listed_snapshots/* newestFirst */.ll)(completed).flatMap(({ createdAt }) => createdAt ?? []);
    const [newest, oldest] = [points.at(0), points.at(-1)];
    if (newest === undefined || oldest === undefined)
        return undefined;
    const days = schedule?.restoreWindowDays;
    if (isDeleted || !cluster.pitEnabled || !days)
        return { from: oldest, to: newest, anyMoment: false };
    const from = Math.max(Date.parse(oldest), now - days * DAY);
    return { from: (0,iso_time/* isoTime */.L)(from), to: (0,iso_time/* isoTime */.L)(now - LAG), anyMoment: true };
}
function windowWords({ from, to, anyMoment }) {
    return anyMoment ? `any moment from ${from} until about ${to}` : `its snapshots, from ${from} to ${to}`;
}

;// CONCATENATED MODULE: ./build/actions/backups/schedule-words.js
function scheduleWords({ policyItems }) {
    return policyItems.map((item) => [rhythmOf(item), retentionOf(item)].filter(Boolean).join(', '));
}
function timeOfDay({ referenceHourOfDay, referenceMinuteOfHour }) {
    if (referenceHourOfDay === undefined)
        return undefined;
    const twoDigits = (number) => String(number).padStart(2, '0');
    return `${twoDigits(referenceHourOfDay)}:${twoDigits(referenceMinuteOfHour ?? 0)} UTC`;
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
const LAST_DAY = 40;
const rhythms = {
    hourly: (interval) => (interval === 1 ? 'every hour' : `every ${interval} hours`),
    daily: (interval) => (interval === 1 ? 'every day' : `every ${interval} days`),
    weekly: (interval) => `every week on ${weekdays[interval - 1] ?? `day ${interval}`}`,
    monthly: (interval) => `every month on ${interval === LAST_DAY ? 'the last day' : `day ${interval}`}`,
    yearly: (interval) => `every year in ${months[interval - 1] ?? `month ${interval}`}`,
    ondemand: () => 'on demand',
};
function rhythmOf({ frequencyType, frequencyInterval = 1 }) {
    const rhythm = Object.hasOwn(rhythms, frequencyType) ? rhythms[frequencyType] : undefined;
    return rhythm?.(frequencyInterval) ?? `${frequencyType} (${frequencyInterval})`;
}
function retentionOf({ retentionValue, retentionUnit }) {
    if (retentionValue === undefined || retentionUnit === undefined)
        return undefined;
    const unit = retentionValue === 1 ? retentionUnit.replace(/s$/, '') : retentionUnit;
    return `kept for ${retentionValue} ${unit}`;
}

;// CONCATENATED MODULE: ./build/actions/backups/info.js









async function info(work) {
    const { context, subject } = work;
    const state = await survey(work);
    const { status, newest, window } = state;
    const advice = (0,backups_subject/* adviceFor */.cp)(subject);
    context.log.info(`Backups of cluster "${subject.address.clusterName}" (${subject.cluster.tier}): ${status}.`);
    context.log.info(`Newest completed snapshot: ${newestWords(newest)}.`);
    if (window)
        context.log.info(`It can be brought back to ${windowWords(window)}.`);
    if (advice !== undefined)
        context.log.notice(advice);
    return {
        result: { ...resultOf(subject, state), advice },
        count: 1,
        status,
        title: `Backups of ${subject.address.clusterName}: ${status}`,
        facts: info_factsOf(subject, state),
        ...(advice !== undefined && { note: advice }),
    };
}
async function survey(work) {
    const { client, subject } = work;
    const [snapshots, schedule, policy] = await Promise.all([
        (0,backups_subject/* snapshotsOf */.XO)(client, subject),
        readSchedule(work),
        readPolicy(work),
    ]);
    const now = atlasNow(work);
    const newest = (0,snapshot_selector/* selectSnapshot */.Xn)(snapshots, { kind: 'latest' });
    const time = newest && timeOf(newest);
    return {
        status: info_statusOf(subject),
        completed: snapshots.filter(({ isCompleted }) => isCompleted).length,
        newest: newest && { snapshot: newest, age: time === undefined ? undefined : Math.max(0, now - time) },
        window: restoreWindowOf({ subject, snapshots, schedule, now }),
        schedule,
        scheduleWords: wordsOf(subject, schedule),
        policy,
    };
}
function info_statusOf({ cluster, isDeleted }) {
    if (isDeleted)
        return 'retained';
    if (!(0,backups_subject/* hasBackups */.cG)(cluster))
        return 'unavailable';
    if (!cluster.backupEnabled)
        return 'off';
    return cluster.paused ? 'paused' : 'on';
}
async function readSchedule({ client, subject }) {
    const { cluster, isDeleted, address } = subject;
    if (isDeleted || cluster.tier === 'FLEX' || !(0,backups_subject/* hasBackups */.cG)(cluster) || !cluster.backupEnabled)
        return undefined;
    try {
        return await (0,backup_schedule/* getBackupSchedule */.O)(client, address);
    }
    catch (error) {
        if ((0,backups_subject/* isBackupOff */.wv)(error))
            return undefined;
        throw error;
    }
}
function wordsOf({ cluster }, schedule) {
    if (schedule)
        return scheduleWords(schedule);
    return cluster.tier === 'FLEX' ? ['every day, the last eight kept'] : [];
}
function resultOf({ address, cluster, isDeleted }, state) {
    const { newest, schedule } = state;
    return {
        clusterName: address.clusterName,
        projectId: address.groupId,
        tier: cluster.tier,
        edition: cluster.edition.toLowerCase(),
        state: isDeleted ? 'DELETED' : cluster.stateName,
        mongodbVersion: cluster.mongodbVersion,
        backups: state.status,
        pointInTime: cluster.pitEnabled,
        schedule: state.scheduleWords,
        timeOfDay: schedule && timeOfDay(schedule),
        nextSnapshotAt: schedule?.nextSnapshot,
        completedSnapshots: state.completed,
        newestSnapshot: newest && {
            ...viewOf(newest.snapshot),
            ageMinutes: newest.age === undefined ? undefined : Math.floor(newest.age / 60_000),
        },
        restoreWindow: state.window,
        compliancePolicy: state.policy,
    };
}
function info_factsOf({ cluster }, state) {
    const { newest, window, schedule } = state;
    return [
        ['Tier', cluster.tier],
        ['Edition', cluster.edition.toLowerCase()],
        ['MongoDB', cluster.mongodbVersion],
        ['Backups', state.status],
        ['Point in time', (0,backups_subject/* hasBackups */.cG)(cluster) ? (cluster.pitEnabled ? 'on' : 'off') : undefined],
        ['Newest snapshot', newestWords(newest)],
        ['Next snapshot', schedule?.nextSnapshot],
        ['Can be brought back to', window && windowWords(window)],
        ['Schedule', state.scheduleWords.join('; ')],
        ['Time of day', schedule && timeOfDay(schedule)],
        ['Compliance policy', policyWords(state.policy)],
    ];
}
function newestWords(newest) {
    if (!newest)
        return 'none';
    const { snapshot, age } = newest;
    return `${snapshot.id}, of ${snapshot.createdAt ?? 'an unknown time'}${age === undefined ? '' : ` (${(0,format/* formatAge */.nV)(age)} ago)`}`;
}

// EXTERNAL MODULE: ./build/actions/glob.js
var glob = __webpack_require__(9020);
;// CONCATENATED MODULE: ./build/actions/backups/listing.js


const USUAL_LIMIT = 100;
const MOST_LINES = 50;
function listed(work, listing) {
    const { inputs, context, subject } = work;
    const { what, title, items, timeOf, matches, viewOf, columns, rowOf } = listing;
    const isOfAge = ageFilter(work);
    const time = (item) => timeOf(item) ?? Number.NEGATIVE_INFINITY;
    const matching = items
        .filter((item) => matches(item) && isOfAge(time(item)))
        .toSorted((one, other) => time(other) - time(one) || 0);
    const shown = matching.slice(0, inputs.limit ?? USUAL_LIMIT).map(viewOf);
    const rows = shown.map(rowOf);
    const howMany = countWords({ what, all: items.length, matching: matching.length, shown: shown.length });
    const advice = items.length === 0 || subject.isDeleted ? (0,backups_subject/* adviceFor */.cp)(subject) : undefined;
    context.log.info(howMany);
    for (const row of rows.slice(0, MOST_LINES))
        context.log.info(`- ${row.filter(Boolean).join(' · ')}`);
    if (rows.length > MOST_LINES)
        context.log.info(`… and ${rows.length - MOST_LINES} more, in the output result.`);
    if (advice !== undefined)
        context.log.notice(advice);
    return {
        result: shown,
        count: shown.length,
        title,
        facts: [['Found', howMany]],
        table: { head: columns, rows },
        ...(advice !== undefined && { note: advice }),
    };
}
function ageFilter(work) {
    const { 'older-than-days': older, 'newer-than-days': newer } = work.inputs;
    const now = atlasNow(work);
    return (time) => (older === undefined || now - time > older) && (newer === undefined || now - time <= newer);
}
function countWords(counts) {
    const { what, all, matching, shown } = counts;
    const total = `${all.toLocaleString('en')} ${what}${all === 1 ? '' : 's'}`;
    if (shown < matching) {
        return `The newest ${shown.toLocaleString('en')} of ${matching.toLocaleString('en')} that match; ${total} in all. Raise limit to see more.`;
    }
    return matching === all ? `${total}.` : `${matching.toLocaleString('en')} of ${total} match.`;
}
function isAmong(wanted, word) {
    return wanted === undefined || wanted.length === 0 || (word !== undefined && wanted.includes(word));
}

;// CONCATENATED MODULE: ./build/actions/backups/list.js





async function list(work) {
    const { client, subject, inputs } = work;
    return listed(work, {
        what: 'snapshot',
        title: `Snapshots of ${subject.address.clusterName}`,
        items: await (0,backups_subject/* snapshotsOf */.XO)(client, subject),
        timeOf: timeOf,
        matches: (snapshot) => matches(snapshot, inputs),
        viewOf: viewOf,
        columns: snapshotColumns,
        rowOf: snapshotRow,
    });
}
function matches(snapshot, { status, type, description }) {
    const view = viewOf(snapshot);
    return (isAmong(status, view.status) &&
        isAmong(type, view.type) &&
        (description === undefined || (0,glob/* matchesGlob */.k)((0,snapshot_marker/* withoutMarker */.rR)(snapshot.description ?? ''), description)));
}

;// CONCATENATED MODULE: ./build/actions/backups/list-restore-jobs.js




async function listRestoreJobs(work) {
    const { context, subject, inputs } = work;
    return listed(work, {
        what: 'restore job',
        title: `Restores from backups of ${subject.address.clusterName}`,
        items: await listJobs(work),
        timeOf: ({ view }) => (0,iso_time/* readTime */.a)(view.createdAt),
        matches: ({ view }) => isAmong(inputs.status, view.status) && isAmong(inputs.type, view.type),
        viewOf: ({ view, secrets }) => {
            for (const secret of secrets)
                context.mask(secret);
            return view;
        },
        columns: jobColumns,
        rowOf: jobRow,
    });
}

;// CONCATENATED MODULE: ./build/actions/backups/main.js












const operations = {
    info: info,
    list: list,
    describe: describe,
    delete: deleteOne,
    'list-restore-jobs': listRestoreJobs,
    'restore-status': restoreStatus,
    'cancel-restore': cancelRestore,
};
async function workOnBackups(inputs, context) {
    const startedAt = context.clock.now();
    const { client, groupId } = await (0,atlas_session/* openAtlas */.M7)(inputs, context);
    const address = { groupId, clusterName: inputs['cluster-name'] };
    try {
        const subject = await (0,backups_subject/* findSubject */.os)(client, address);
        const report = await operations[inputs.operation]({ client, subject, inputs, context });
        context.underway(undefined);
        const page = { text: 'Backups of this cluster in Atlas', url: (0,console_links/* backupPage */.A)(client.baseUrl, address) };
        return {
            outputs: { result: report.result, count: report.count, status: report.status },
            summary: summaryOf(report, { address, page, took: context.clock.now() - startedAt }),
        };
    }
    catch (error) {
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explain/* unknownNames */.be });
    }
}
function summaryOf({ title, facts, table, note }, { address, page, took, }) {
    return {
        title,
        facts: [
            ['Cluster', address.clusterName],
            ['Project', address.groupId],
            ...facts,
            ['The step took', (0,format/* formatDuration */.a3)(took)],
        ],
        ...(table && { table }),
        links: [page],
        ...(note !== undefined && { note }),
    };
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


/***/ })

};
