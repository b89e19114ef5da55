export const id = 440;
export const ids = [440];
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

/***/ 8163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ findUser),
/* harmony export */   bE: () => (/* binding */ passwordFor),
/* harmony export */   qk: () => (/* binding */ missingUser),
/* harmony export */   t3: () => (/* binding */ knownUser)
/* harmony export */ });
/* harmony import */ var _src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6681);
/* harmony import */ var _src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7319);
/* harmony import */ var _src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



async function findUser({ client, address }, username) {
    const { groupId } = address;
    const onAdmin = await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: 'admin', username });
    return onAdmin ?? (await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: '$external', username }));
}
function passwordFor({ inputs, address }, { username, existing }) {
    const seed = inputs['password-seed'];
    if (seed === undefined)
        return inputs.password;
    const { groupId: projectId, clusterName } = address;
    const derived = (name) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivePassword */ .Jn)(seed, { projectId, clusterName: name, username });
    const fingerprint = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(existing?.description)?.fingerprint;
    const isMeant = (password) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivedFingerprint */ .O$)({ seed, password }, { projectId, username }) === fingerprint;
    const others = existing?.scopes.map(({ name }) => name) ?? [];
    const found = fingerprint && [clusterName, ...others].map(derived).find(isMeant);
    return found || derived(clusterName);
}
function knownUser(question, { existing, password }) {
    assertReach(existing, question.address);
    const { username } = existing;
    const kind = kindOf(existing);
    if (kind !== 'password')
        return withoutPassword(existing, { kind, password });
    if (password === undefined)
        return undefined;
    assertPassword(question, { user: existing, password });
    return { username, login: { kind: 'password', username, password } };
}
function missingUser({ inputs, address }, username) {
    const source = inputs.password === undefined ? 'password-seed' : 'password';
    return `There is no database user "${username}" in project ${address.groupId}. A given or derived password needs a user that is there: provision makes it, with the same ${source}.`;
}
function withoutPassword({ username }, { kind, password }) {
    if (password !== undefined) {
        throw new Error(`Database user "${username}" has no password: it logs in by ${kind}. Leave password and password-seed out, or name another user.`);
    }
    return { username, login: { kind } };
}
function assertReach({ username, scopes }, { clusterName }) {
    const clusters = scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name);
    if (scopes.length === 0 || clusters.includes(clusterName))
        return;
    throw new Error(`Database user "${username}" may not reach cluster "${clusterName}", only ${clusters.join(', ') || 'none'}. Name another user, or leave username out.`);
}
function assertPassword({ owner, address, inputs }, { user, password }) {
    const mark = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(user.description);
    const seed = inputs['password-seed'];
    if (seed === undefined || mark?.fingerprint === undefined)
        return;
    const place = { projectId: address.groupId, username: user.username };
    if (mark.fingerprint === (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivedFingerprint */ .O$)({ seed, password }, place))
        return;
    const whose = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isMarkOf */ .zx)(mark, owner) ? '' : ', which was made for another repository or environment,';
    throw new Error(`The password of database user "${user.username}"${whose} is not the one that password-seed gives. Give the same password-seed as provision (or password, where provision has a given one), the same environment and the same cluster.`);
}
function kindOf({ x509Type, awsIAMType, oidcAuthType }) {
    if (x509Type !== 'NONE')
        return 'x509';
    if (awsIAMType !== 'NONE')
        return 'aws-iam';
    return oidcAuthType === 'NONE' ? 'password' : 'oidc';
}


/***/ }),

/***/ 7475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findOwnCluster)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_environment_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8018);
/* harmony import */ var _src_environment_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1450);



async function findOwnCluster(client, groupId, environment) {
    const named = await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, { groupId, clusterName: (0,_src_environment_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterNameOf */ .T)(environment) });
    if (named)
        return named;
    const all = await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .listClustersPatiently */ .wd)(client, groupId);
    const own = all.filter(({ stateName, tags }) => stateName !== 'DELETING' && (0,_src_environment_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(tags, environment) === 'own');
    const [only, ...more] = own;
    if (more.length === 0)
        return only;
    throw new Error(`Environment ${environment.name} has ${own.length} clusters: ${own.map(({ name }) => `"${name}"`).join(', ')}. Say which with cluster-name.`);
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

/***/ 4440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreData: () => (/* binding */ restoreData)
});

// EXTERNAL MODULE: ./build/src/atlas/console-links.js
var console_links = __webpack_require__(3960);
// EXTERNAL MODULE: ./build/src/environment/repository.js
var repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/snapshot-selector.js
var snapshot_selector = __webpack_require__(8890);
// EXTERNAL MODULE: ./build/src/atlas/collection-restore-jobs.js
var collection_restore_jobs = __webpack_require__(659);
// EXTERNAL MODULE: ./build/src/atlas/flex-restore-jobs.js
var flex_restore_jobs = __webpack_require__(9526);
// EXTERNAL MODULE: ./build/src/atlas/object-id.js
var object_id = __webpack_require__(602);
// EXTERNAL MODULE: ./build/src/atlas/polling.js
var polling = __webpack_require__(8878);
// EXTERNAL MODULE: ./build/src/atlas/restore-jobs.js
var restore_jobs = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/atlas/schedule.js
var schedule = __webpack_require__(8396);
// EXTERNAL MODULE: ./build/src/atlas/timings.js
var timings = __webpack_require__(1870);
// EXTERNAL MODULE: ./build/src/atlas/vanishing.js
var vanishing = __webpack_require__(2376);
;// CONCATENATED MODULE: ./build/src/atlas/restore-completion.js








class RestoreFailed extends Error {
    name = 'RestoreFailed';
    mayGoOn;
    constructor(message, { mayGoOn = false, ...options } = {}) {
        super(message, options);
        this.mayGoOn = mayGoOn;
    }
}
const wholeRestore = {
    read: restore_jobs/* getRestoreJob */.W7,
    schedule: (0,schedule/* scheduleFor */.h)(timings/* timings */.E.restore),
    usual: timings/* timings */.E.restore,
    isDone: (job) => stateOrFail(job) === 'finished',
};
const download = {
    read: restore_jobs/* getRestoreJob */.W7,
    schedule: (0,schedule/* scheduleFor */.h)(timings/* timings */.E.download),
    usual: timings/* timings */.E.download,
    isDone: (job) => stateOrFail(job) === 'downloadable',
};
const flexRestore = {
    read: flex_restore_jobs/* getFlexRestoreJob */.Lp,
    schedule: (0,schedule/* scheduleFor */.h)(timings/* timings */.E.restoreFlex),
    usual: timings/* timings */.E.restoreFlex,
    isDone: (job) => flexStatusOf(job) === 'COMPLETED',
};
const flexDownload = {
    read: flex_restore_jobs/* getFlexRestoreJob */.Lp,
    schedule: (0,schedule/* scheduleFor */.h)(timings/* timings */.E.download),
    usual: timings/* timings */.E.download,
    isDone: (job) => {
        flexStatusOf(job);
        return isFlexDownloadReady(job);
    },
};
function isFlexDownloadReady({ status, snapshotUrl }) {
    return status === 'COMPLETED' && Boolean(snapshotUrl);
}
const collectionRestore = {
    read: collection_restore_jobs/* getCollectionRestoreJob */.qB,
    schedule: (0,schedule/* scheduleFor */.h)(timings/* timings */.E.restoreCollections),
    isDone: isCollectionRestoreDone,
};
async function waitUntilRestored(client, address, { kind, job, onState, what = `Restore job ${job.id} of cluster "${address.clusterName}"`, }) {
    const done = await (0,polling/* poll */.w)(client, {
        read: (0,vanishing/* believingThe404OnlyTwice */.X)({
            read: async () => {
                const readAt = client.clock.now();
                return { ...(await kind.read(client, address, job.id)), readAt };
            },
            known: { ...job, readAt: client.clock.now() },
            vanished: (facts) => new RestoreFailed(`${what} has vanished before it ended, so nobody knows what became of it. ${facts}`),
        }),
        done: kind.isDone,
        schedule: kind.schedule,
        since: (0,object_id/* begunAt */.H)(job, client),
        what,
        ...(onState && { onState }),
    });
    if (done.id === job.id)
        return done;
    throw new RestoreFailed(`Asked about restore job ${job.id}, Atlas answered about ${done.id}.`, { mayGoOn: true });
}
const LOOK = 'Look at the activity feed of the project in Atlas.';
function stateOrFail(job) {
    const state = (0,restore_jobs/* restoreStateOf */.Hm)(job);
    switch (state) {
        case 'failed':
            throw new RestoreFailed(`Atlas could not carry out restore job ${job.id} (failed). What the target holds now is not to be relied on. ${LOOK}`);
        case 'cancelled':
            throw new RestoreFailed(`Restore job ${job.id} was cancelled by somebody else.`);
        case 'expired':
            throw new RestoreFailed(`Restore job ${job.id} has expired: its links are no longer good. Run the step again.`);
        case 'underway':
        case 'finished':
        case 'downloadable':
            return state;
        default:
            throw new Error(`No such state: ${String(state)}`);
    }
}
const flexUnderway = ['PENDING', 'QUEUED', 'RUNNING'];
function isFlexUnderway({ status }) {
    return flexUnderway.includes(status);
}
function flexStatusOf({ id, status }) {
    if (status === 'COMPLETED' || flexUnderway.includes(status))
        return status;
    const how = status === 'FAILED' ? 'failed, and Atlas does not say why' : `is in the unknown state "${status}"`;
    throw new RestoreFailed(`Restore job ${id} of a Flex cluster ${how}. Run the step again; if it fails again: ${LOOK}`, {
        mayGoOn: status !== 'FAILED',
    });
}
const collectionsUnderway = ['INITIALIZING', 'IN_PROGRESS', 'FINALIZING'];
function isCollectionRestoreUnderway({ state }) {
    return collectionsUnderway.includes(state);
}
function isCollectionRestoreDone({ id, state, errorMessage }) {
    if (state === 'SUCCESSFUL')
        return true;
    if (collectionsUnderway.includes(state))
        return false;
    const how = state === 'FAILED'
        ? 'failed, and Atlas has rolled it back'
        : state === 'CANCELED'
            ? 'was cancelled'
            : `is in the unknown state "${state}"`;
    throw new RestoreFailed(`Collection restore job ${id} ${how}${errorMessage ? `: ${errorMessage.replace(/\.$/, '')}` : ''}.`, { mayGoOn: state !== 'FAILED' && state !== 'CANCELED' });
}
const LOOK_AGAIN = 3_000;
const LOOKS = 3;
const notThrough = ['NOT_STARTED', 'IN_PROGRESS', 'FINALIZING'];
async function readRestoredCollections(client, address, jobId) {
    for (let look = 1;; look++) {
        const collections = await (0,collection_restore_jobs/* listRestoredCollections */.kv)(client, address, jobId);
        const isOpen = ({ state, indexState }) => notThrough.includes(state) || indexState === 'IN_PROGRESS';
        const isWhole = collections.length > 0 && !collections.some(isOpen);
        if (isWhole || look === LOOKS)
            return collections;
        await client.clock.sleep(LOOK_AGAIN, client.signal);
    }
}

// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var clusters = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/actions/restore/jobs.js




function wholeJobs(client, { source, snapshotId, from }, to) {
    const target = { targetGroupId: to.groupId, targetClusterName: to.clusterName };
    const body = source.kind === 'snapshot'
        ? { deliveryType: 'automated', snapshotId: snapshotId ?? '', ...target }
        : source.kind === 'oplog'
            ? { deliveryType: 'pointInTime', ...target, oplogTs: source.seconds, oplogInc: source.increment }
            : { deliveryType: 'pointInTime', ...target, pointInTimeUTCSeconds: source.seconds };
    const isUnderway = (job) => (0,restore_jobs/* restoreStateOf */.Hm)(job) === 'underway' && job.deliveryType !== 'download';
    const isInto = (job) => job.targetGroupId === to.groupId && job.targetClusterName === to.clusterName;
    return {
        kind: wholeRestore,
        list: () => (0,restore_jobs/* listRestoreJobs */.BY)(client, from),
        create: (onSend) => (0,restore_jobs/* createRestoreJob */.W)(client, from, { body, onSend }),
        isSame: (job) => job.deliveryType === body.deliveryType && isInto(job) && isOf(job, { source, snapshotId }),
        isOther: (job) => job.deliveryType !== body.deliveryType ||
            (source.kind === 'snapshot' && differs(job.snapshotId, snapshotId)) ||
            differs(job.targetGroupId, to.groupId) ||
            differs(job.targetClusterName, to.clusterName),
        isUnderway,
        isInTheWay: (job) => isUnderway(job) && isInto(job),
        replaces: (job) => job.deliveryType !== 'download' && isInto(job),
        factsOf: (job) => ({ ...nothing, finishedAt: job.finishedAt }),
        isTargetBusy: () => isBusy(client, to),
    };
}
async function isBusy(client, address) {
    return (await (0,clusters/* getCluster */.dB)(client, address)).stateName !== 'IDLE';
}
function downloadJobs(client, { snapshotId = '', from }) {
    const isUnderway = (job) => {
        const state = (0,restore_jobs/* restoreStateOf */.Hm)(job);
        if (job.deliveryType !== 'download')
            return false;
        return (state === 'underway' ||
            (state === 'downloadable' && (job.expiresAt === undefined || isAhead(job.expiresAt, client))));
    };
    return {
        kind: download,
        list: () => (0,restore_jobs/* listRestoreJobs */.BY)(client, from),
        create: (onSend) => (0,restore_jobs/* createRestoreJob */.W)(client, from, { body: { deliveryType: 'download', snapshotId }, onSend }),
        isSame: (job) => job.deliveryType === 'download' && job.snapshotId === snapshotId,
        isOther: (job) => job.deliveryType !== 'download' || differs(job.snapshotId, snapshotId),
        isUnderway,
        isInTheWay: () => false,
        replaces: () => false,
        factsOf: (job) => ({ ...nothing, urls: job.deliveryUrls, expiresAt: job.expiresAt }),
    };
}
function flexJobs(client, { snapshotId = '', from }, to) {
    const body = { snapshotId, targetDeploymentItemName: to.clusterName, targetProjectId: to.groupId };
    const isInto = (job) => job.targetClusterName === to.clusterName && (job.targetProjectId ?? from.groupId) === to.groupId;
    return {
        kind: flexRestore,
        list: () => (0,flex_restore_jobs/* listFlexRestoreJobs */.YR)(client, from),
        create: (onSend) => (0,flex_restore_jobs/* createFlexRestoreJob */.FV)(client, from, { body, onSend }),
        isSame: (job) => job.deliveryType === 'RESTORE' && job.snapshotId === snapshotId && isInto(job),
        isOther: (job) => differs(job.snapshotId, snapshotId) || differs(job.targetProjectId, to.groupId),
        isUnderway: isFlexUnderway,
        isInTheWay: (job) => isFlexUnderway(job) && isInto(job),
        replaces: (job) => job.deliveryType === 'RESTORE' && isInto(job),
        factsOf: (job) => ({ ...nothing, finishedAt: job.finishedAt, state: job.status }),
    };
}
function flexDownloadJobs(client, { snapshotId = '', from }) {
    return {
        kind: flexDownload,
        list: () => (0,flex_restore_jobs/* listFlexRestoreJobs */.YR)(client, from),
        create: (onSend) => (0,flex_restore_jobs/* downloadFlexSnapshot */.Ig)(client, from, { snapshotId, onSend }),
        isSame: (job) => job.deliveryType === 'DOWNLOAD' && job.snapshotId === snapshotId,
        isOther: (job) => differs(job.snapshotId, snapshotId),
        isUnderway: (job) => isFlexUnderway(job) || (isFlexDownloadReady(job) && isAhead(job.expiresAt, client)),
        isInTheWay: () => false,
        replaces: () => false,
        factsOf: (job) => ({
            ...nothing,
            urls: job.snapshotUrl === undefined ? [] : [job.snapshotUrl],
            expiresAt: job.expiresAt,
            state: job.status,
        }),
    };
}
function isAhead(end, { time }) {
    return Date.parse(end ?? '') > time.forExpiry();
}
const nothing = {
    finishedAt: undefined,
    urls: [],
    expiresAt: undefined,
    restored: undefined,
    total: undefined,
    state: undefined,
};
function differs(said, asked) {
    return said !== undefined && said !== asked;
}
function isOf(job, { source, snapshotId }) {
    switch (source.kind) {
        case 'snapshot':
            return job.snapshotId === snapshotId;
        case 'point-in-time':
            return job.pointInTime === source.seconds;
        case 'oplog':
            return job.oplogTs === source.seconds && job.oplogInc === source.increment;
        default:
            throw new Error(`No such source: ${JSON.stringify(source)}`);
    }
}
function sameUnderway(listed, jobs) {
    return listed.find((job) => jobs.isSame(job) && jobs.isUnderway(job));
}

// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
// EXTERNAL MODULE: ./build/actions/progress.js
var progress = __webpack_require__(9141);
;// CONCATENATED MODULE: ./build/actions/restore/progress.js


function restoreProgress({ clock, log }, jobId) {
    const since = clock.now();
    const isDue = (0,progress/* lineIsDue */.j)({ clock });
    return ({ state, restored, total, finishedAt, urls }) => {
        const where = state ?? (finishedAt !== undefined || urls.length > 0 ? 'done' : 'under way');
        if (!isDue(where))
            return;
        const count = restored === undefined || !total
            ? ''
            : `, ${restored.toLocaleString('en')} of ${total.toLocaleString('en')} documents`;
        log.info(`Restore job ${jobId}: ${where}${count} after ${(0,format/* formatDuration */.a3)(clock.now() - since)}.`);
    };
}

;// CONCATENATED MODULE: ./build/actions/restore/others.js




const TRY_AGAIN = 20_000;
async function listWhenFree(client, source) {
    const { jobs } = source;
    for (let hasWaited = false;; hasWaited = true) {
        const listed = await jobs.list();
        const other = sameUnderway(listed, jobs) ? undefined : listed.find(jobs.isInTheWay);
        if (!other)
            return { listed, hasWaited };
        await waitForOther(client, other, source);
    }
}
async function waitForOther(client, other, { jobs, from }) {
    client.log(`Another restore (job ${other.id}) into the same target is under way; waiting for it to end first.`);
    const narrate = restoreProgress({ clock: client.clock, log: { info: client.log } }, other.id);
    try {
        await waitUntilRestored(client, from, {
            kind: jobs.kind,
            job: other,
            onState: (state) => narrate(jobs.factsOf(state)),
            what: `Another restore into the same target (job ${other.id}), without whose end this one cannot begin,`,
        });
    }
    catch (error) {
        if (!(error instanceof RestoreFailed))
            throw error;
        client.log(`The other restore has ended: ${error.message}`);
    }
}
async function waitUnlessOutOfTime({ clock, deadline, log, signal }, { refusal, isTold }) {
    if (clock.now() + TRY_AGAIN >= deadline.at)
        throw refusal;
    const again = `trying again in ${TRY_AGAIN / 1_000} s.`;
    log(isTold ? `It goes on; ${again}` : `${(0,errors/* factsOf */.xS)(refusal)} Waiting for it to end; ${again}`);
    await clock.sleep(TRY_AGAIN, signal);
}

;// CONCATENATED MODULE: ./build/actions/restore/begin.js



const BUSY = [
    'ATLAS_CLUSTER_RESTORE_IN_PROGRESS',
    'TENANT_RESTORE_DESTINATION_UNAVAILABLE',
    'CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY',
];
const LOST_ANSWERS = 3;
const begin_LOOK_AGAIN = 3_000;
const begin_LOOKS = 3;
async function beginOnce(client, options) {
    const { jobs } = options;
    let { listed } = options;
    let isFresh = listed !== undefined;
    let isTold = false;
    let known;
    for (let lost = 0;;) {
        const before = listed ?? (await jobs.list());
        listed = undefined;
        const begun = begunAmong(before, { jobs, known });
        if (begun)
            return begun;
        const other = before.find(jobs.isInTheWay);
        if (other) {
            await waitForOther(client, other, options);
            isFresh = false;
            continue;
        }
        if (!isFresh)
            await options.recheck();
        const answer = await ask(client, { ...options, mayHaveBeenSent: lost > 0 });
        if (answer.kind === 'begun')
            return { job: answer.job, outcome: 'begun' };
        if (answer.kind === 'busy') {
            const now = await jobs.list();
            isFresh = begunAmong(now, { jobs, known }) !== undefined || now.some(jobs.isInTheWay);
            if (isFresh)
                listed = now;
            else
                await waitUnlessOutOfTime(client, { refusal: answer.error, isTold });
            isTold = !isFresh;
            continue;
        }
        lost += 1;
        known ??= new Set(before.map(({ id }) => id));
        const own = await lookForOwn(client, { jobs, known });
        if (own)
            return { job: own, outcome: 'begun' };
        if (lost >= LOST_ANSWERS)
            throw answer.error;
        client.log('There is no such job, so the request was not carried out; sending it again.');
    }
}
function begunAmong(listed, lost) {
    const own = ownAmong(listed, lost);
    if (own)
        return { job: own, outcome: 'begun' };
    const same = sameUnderway(listed, lost.jobs);
    return same && { job: same, outcome: 'adopted' };
}
function ownAmong(listed, { jobs, known }) {
    return known && listed.find((job) => jobs.isSame(job) && !known.has(job.id));
}
async function ask(client, { jobs, underway, mayHaveBeenSent }) {
    try {
        const job = await jobs.create(() => underway(true));
        if (!jobs.isOther(job))
            return { kind: 'begun', job };
        const error = new Error(`Asked for a restore, Atlas answered about job ${job.id}, which is another one.`);
        client.log(`${error.message} Looking for the right one.`);
        return { kind: 'lost', error };
    }
    catch (error) {
        if (client.signal.aborted)
            throw error;
        if ((0,errors/* mayHaveTakenEffect */.Y2)(error)) {
            client.log(`${(0,errors/* factsOf */.xS)(error)} It is not known whether the restore was begun; looking for it.`);
            return { kind: 'lost', error };
        }
        if (!mayHaveBeenSent)
            underway(false);
        if (await begin_isBusy(error, jobs))
            return { kind: 'busy', error };
        throw error;
    }
}
async function begin_isBusy(error, jobs) {
    if (!(error instanceof errors/* AtlasError */.qL))
        return false;
    if (BUSY.includes(error.code ?? ''))
        return true;
    return error.code === 'RESTORE_INITIATION_FAILED' && ((await jobs.isTargetBusy?.()) ?? false);
}
async function lookForOwn(client, lost) {
    for (let look = 1;; look++) {
        const found = ownAmong(await lost.jobs.list(), lost);
        if (found || look === begin_LOOKS)
            return found;
        await client.clock.sleep(begin_LOOK_AGAIN, client.signal);
    }
}

// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var nearest = __webpack_require__(675);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-catalogue.js
var snapshot_catalogue = __webpack_require__(469);
;// CONCATENATED MODULE: ./build/actions/restore/namespaces.js



async function nameProblems(client, address, { scope, snapshotId }) {
    const databases = await (0,snapshot_catalogue/* listSnapshotDatabases */.L7)(client, address, snapshotId);
    const byDatabase = Map.groupBy(scope.collections, databaseOf);
    const problems = [...new Set([...scope.databases, ...byDatabase.keys()])]
        .filter((name) => !databases.includes(name))
        .map((name) => missing(`database "${name}"`, { snapshotId, near: (0,nearest/* nearestNames */.L)(name, databases), all: databases }));
    for (const [databaseName, wanted] of byDatabase) {
        if (!databases.includes(databaseName))
            continue;
        const there = await (0,snapshot_catalogue/* listSnapshotCollections */.cM)(client, address, { snapshotId, databaseName });
        const all = there.map((name) => `${databaseName}.${name}`);
        const absent = wanted.filter((name) => !all.includes(name));
        problems.push(...absent.map((name) => missing(`collection "${name}"`, { snapshotId, near: (0,nearest/* nearestNames */.L)(name, all), all })));
    }
    return problems;
}
const SHOWN = 10;
function some(names) {
    const shown = names.slice(0, SHOWN).join(', ');
    return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
function missing(what, { snapshotId, near, all }) {
    const quoted = (names) => some(names.map((name) => `"${name}"`));
    if (near.length > 0)
        return `Snapshot ${snapshotId} has no ${what}. Did you mean ${quoted(near)}?`;
    return `Snapshot ${snapshotId} has no ${what}. It has ${all.length === 0 ? 'none' : quoted(all)}.`;
}
function databaseOf(namespace) {
    const dot = namespace.indexOf('.');
    return dot < 0 ? namespace : namespace.slice(0, dot);
}
function resultsOf(collections) {
    return collections.map((one) => ({
        source: one.sourceNamespace,
        target: one.effectiveNamespace,
        state: one.state,
        documents: one.restoredDocuments,
        failedIndexes: one.failedIndexes,
        indexError: one.indexError,
    }));
}
const restored = ['SUCCESSFUL', 'INDEX_BUILD_FAILED'];
function assertRestored(results, { scope, jobId }) {
    const bad = results.filter(({ state }) => !restored.includes(state));
    const isThere = (name) => results.some(({ source }) => source === name || databaseOf(source) === name);
    const lost = [...scope.databases, ...scope.collections].filter((name) => !isThere(name));
    if (bad.length + lost.length === 0)
        return;
    const what = [
        ...bad.map(({ source, state }) => `"${source}" (${state})`),
        ...lost.map((name) => `"${name}" (not mentioned)`),
    ];
    const advice = bad.some(({ state }) => state === 'UNSUPPORTED')
        ? ' Atlas cannot restore that singly: name the collections that are needed, or restore the whole cluster.'
        : '';
    throw new RestoreFailed(`Atlas calls collection restore job ${jobId} successful, but not everything that was asked for is there: ${some(what)}.${advice}`);
}
const bystanders = ['SUCCESSFUL', 'NOT_STARTED', 'IN_PROGRESS', 'FINALIZING', 'ROLLBACK', 'NOT_RESTORED'];
function culpritsOf(results) {
    const culprits = results.filter(({ state }) => !bystanders.includes(state));
    if (culprits.length === 0)
        return undefined;
    return `The trouble was with ${some(culprits.map(({ source, state }) => `"${source}" (${state})`))}.`;
}
function warningsOf(collections, scope) {
    const renamed = collections.filter(({ sourceNamespace, effectiveNamespace }) => effectiveNamespace !== undefined && effectiveNamespace !== wantedName(sourceNamespace, scope));
    const names = renamed.map(({ sourceNamespace, effectiveNamespace }) => `${sourceNamespace} is now ${effectiveNamespace}`);
    const failed = collections.filter(hasFailedIndexes);
    const building = collections.filter(({ indexState }) => indexState === 'IN_PROGRESS');
    return [
        ...(names.length > 0
            ? [
                `Atlas has renamed what would have met a taken name: ${some(names)}. Drop the old copies, or set write-strategy: overwrite-existing (with confirm-overwrite).`,
            ]
            : []),
        ...failed.slice(0, SHOWN).map(unindexed),
        ...(failed.length > SHOWN
            ? [`${failed.length - SHOWN} more collections lack indexes; see the output namespaces.`]
            : []),
        ...(building.length > 0
            ? [`The indexes of ${some(building.map(({ sourceNamespace }) => sourceNamespace))} are still being built.`]
            : []),
    ];
}
function hasFailedIndexes({ state, indexState, failedIndexes }) {
    return state === 'INDEX_BUILD_FAILED' || indexState === 'FAILED' || failedIndexes > 0;
}
function unindexed({ sourceNamespace, failedIndexes, indexError }) {
    const count = failedIndexes > 0 ? ` (${failedIndexes} failed)` : '';
    return `The data of ${sourceNamespace} is restored, but not all of its indexes${count}${indexError ? `: ${indexError}` : ''}. Build them by hand.`;
}
function wantedName(source, { databaseSuffix = '', collectionSuffix = '' }) {
    const database = databaseOf(source);
    const collection = source.slice(database.length);
    return `${database}${databaseSuffix}${collection}${collection === '' ? '' : collectionSuffix}`;
}
function firstDatabase(results, { databases, collections }) {
    const first = databases[0] ?? (collections[0] && databaseOf(collections[0]));
    const target = results.find(({ source }) => databaseOf(source) === first)?.target;
    return target === undefined ? undefined : databaseOf(target);
}

;// CONCATENATED MODULE: ./build/actions/restore/collection-jobs.js




function collectionJobs(client, { source, snapshotId, from }, { to, scope }) {
    const body = bodyOf({ source, snapshotId, to, scope });
    const isInto = (job) => job.targetGroupId === to.groupId && job.targetClusterName === to.clusterName;
    return {
        kind: collectionRestore,
        list: () => (0,collection_restore_jobs/* listCollectionRestoreJobs */.xs)(client, from),
        create: (onSend) => (0,collection_restore_jobs/* createCollectionRestoreJob */.aA)(client, from, { body, onSend }),
        isSame: (job) => isInto(job) &&
            isOf(job, { source, snapshotId }) &&
            namesOf(job) === namesOf(body) &&
            job.writeStrategy === body.writeStrategy &&
            job.indexStrategy === body.indexStrategy,
        isOther: (job) => (source.kind === 'snapshot' && differs(job.snapshotId, snapshotId)) ||
            differs(job.targetGroupId, to.groupId) ||
            differs(job.targetClusterName, to.clusterName),
        isUnderway: isCollectionRestoreUnderway,
        isInTheWay: (job) => isCollectionRestoreUnderway(job) && isInto(job),
        replaces: (job) => job.writeStrategy === 'OVERWRITE_EXISTING' && isInto(job) && overlap(targetsOf(job), targetsOf(body)),
        factsOf: (job) => ({
            ...nothing,
            finishedAt: job.finishedAt,
            restored: job.restoredDocuments,
            total: job.totalDocuments,
            state: job.state,
        }),
        isTargetBusy: () => isBusy(client, to),
    };
}
function bodyOf({ source, snapshotId, to, scope, }) {
    const { databases, collections, databaseSuffix, collectionSuffix } = scope;
    const named = (names) => names.map((sourceNamespace) => ({ sourceNamespace }));
    return {
        ...(source.kind === 'snapshot' && snapshotId !== undefined && { snapshotId }),
        ...(source.kind === 'point-in-time' && { pointInTimeUtcSeconds: source.seconds }),
        ...(source.kind === 'oplog' && { oplogTs: source.seconds, oplogInc: source.increment }),
        targetGroupId: to.groupId,
        targetClusterName: to.clusterName,
        ...(databases.length > 0 && { databases: named(databases) }),
        ...(collections.length > 0 && { collections: named(collections) }),
        ...(databaseSuffix !== undefined && { databaseSuffix }),
        ...(collectionSuffix !== undefined && { collectionSuffix }),
        writeStrategy: scope.overwrites ? 'OVERWRITE_EXISTING' : 'CREATE_NEW',
        indexStrategy: indexStrategies[scope.indexes],
    };
}
const indexStrategies = { all: 'ALL', none: 'NONE', 'all-except-ttl': 'ALL_EXCEPT_TTL' };
function namesOf(job) {
    const pairs = (namespaces = []) => namespaces.map((one) => JSON.stringify([one.sourceNamespace, targetOf(one, job)])).toSorted();
    return JSON.stringify([pairs(job.databases), pairs(job.collections)]);
}
function targetsOf(job) {
    return [...(job.databases ?? []), ...(job.collections ?? [])].map((one) => targetOf(one, job));
}
function overlap(one, other) {
    const holds = (outer, inner) => inner === outer || inner.startsWith(`${outer}.`);
    return one.some((name) => other.some((second) => holds(name, second) || holds(second, name)));
}
function targetOf({ sourceNamespace, targetNamespace }, suffixes) {
    return targetNamespace && targetNamespace !== sourceNamespace
        ? targetNamespace
        : wantedName(sourceNamespace, suffixes);
}

// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/actions/cluster-progress.js
var cluster_progress = __webpack_require__(2892);
;// CONCATENATED MODULE: ./build/actions/restore/finish.js








async function waitForJob(client, wish, { jobs, job, context }) {
    const narrate = restoreProgress(context, job.id);
    const { usual } = jobs.kind;
    context.log.info(`Waiting until it is done; ${usual ? `usually ${(0,format/* formatUsual */.Yv)(usual)}, and more with much data` : 'how long depends on the data'}.`);
    try {
        return await waitUntilRestored(client, wish.from, {
            kind: jobs.kind,
            job,
            onState: (state) => narrate(jobs.factsOf(state)),
        });
    }
    catch (error) {
        throw wish.scope ? await withCulprits(error, client, { from: wish.from, jobId: job.id }) : error;
    }
}
async function withCulprits(error, client, { from, jobId }) {
    if (!(error instanceof RestoreFailed) || client.signal.aborted)
        return error;
    try {
        const culprits = culpritsOf(resultsOf(await (0,collection_restore_jobs/* listRestoredCollections */.kv)(client, from, jobId)));
        const { message, mayGoOn } = error;
        return culprits === undefined ? error : new RestoreFailed(`${message} ${culprits}`, { mayGoOn, cause: error });
    }
    catch (failure) {
        client.log(`No more could be found out: ${(0,errors/* messageOf */.bD)(failure)}`);
        return error;
    }
}
async function waitForTarget(client, address, { context, before }) {
    const cluster = await (0,cluster_readiness/* readOrFail */.Ml)(client, address, before?.tier ?? 'unknown');
    const idle = await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster, onState: (0,cluster_progress/* clusterProgress */.G)(context) });
    if (idle.tier !== 'FLEX')
        await (0,cluster_readiness/* waitUntilApplied */.JE)(client, address);
    return idle;
}
async function readBack(client, { from, scope }, { jobId, context }) {
    if (!scope)
        return {};
    const collections = await readRestoredCollections(client, from, jobId);
    const results = resultsOf(collections);
    context.publish({ namespaces: results });
    assertRestored(results, { scope, jobId });
    for (const warning of warningsOf(collections, scope))
        context.log.warning(warning);
    return { results, database: firstDatabase(results, scope) };
}

// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/atlas/last-look.js
var last_look = __webpack_require__(6453);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-completion.js
var snapshot_completion = __webpack_require__(7784);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/atlas/cluster-answer.js + 1 modules
var cluster_answer = __webpack_require__(1838);
;// CONCATENATED MODULE: ./build/actions/restore/fit.js



function editionProblems(source, target, { to, scope }) {
    if (target && source.edition !== target.edition) {
        const [from, into] = [source, target].map(({ name, edition }) => `"${name}" is of edition ${edition.toLowerCase()}`);
        return [
            `${from}, and ${into}: Atlas restores no backup of one edition into the other. Use mongodump and mongorestore between them.`,
        ];
    }
    if (source.edition !== cluster_answer/* INFINITE */.fZ)
        return [];
    return [
        ...(scope
            ? [
                `"${source.name}" is of edition infinite: only the whole of it can be restored, not single databases or collections.`,
            ]
            : []),
        ...(to ? [] : [`"${source.name}" is of edition infinite, whose snapshots cannot be downloaded. Use mongodump.`]),
        ...(target ? placeProblems(source, target) : []),
    ];
}
function placeProblems(source, target) {
    const [from, into] = [source, target].map(({ regions }) => regions.map(({ region }) => region).join(', '));
    return from === into
        ? []
        : [
            `"${source.name}" is in ${from}, and "${target.name}" in ${into}: a cluster of edition infinite is restored within its region.`,
        ];
}
function togetherProblems(source, target, { scope }) {
    if (source.id === target.id || source.tier === 'M0' || target.tier === 'M0')
        return [];
    const [encryption, wanted] = [encryptionOf(target), encryptionOf(source)];
    return [
        ...(target.tier === 'FLEX' && source.tier !== 'FLEX'
            ? [
                `"${target.name}" is a Flex cluster, which takes only snapshots of Flex clusters; "${source.name}" is an ${source.tier}.`,
            ]
            : []),
        ...(source.tier === 'FLEX' && (0,clusters/* isSharded */.EG)(target)
            ? [`"${target.name}" is sharded, and a snapshot of a Flex cluster fits only a replica set.`]
            : []),
        ...(source.tier !== 'FLEX' && !scope && encryption !== wanted
            ? [
                `Encryption at rest differs: "${source.name}" has ${wanted}, "${target.name}" has ${encryption}. Atlas wants both alike.`,
            ]
            : []),
    ];
}
function encryptionOf({ raw }) {
    return typeof raw.encryptionAtRestProvider === 'string' ? raw.encryptionAtRestProvider : 'NONE';
}
function fitProblems(snapshot, target) {
    if (target.tier === 'M0')
        return [];
    return [...topologyProblems(snapshot, target), ...versionProblems(snapshot, target)];
}
function topologyProblems(snapshot, target) {
    const { id, type, configServerType } = snapshot;
    if (type === 'flex')
        return [];
    const whole = type === 'shardedCluster';
    if (whole !== (0,clusters/* isSharded */.EG)(target)) {
        const [of, into] = whole ? ['a sharded cluster', 'a replica set'] : ['a replica set', 'sharded'];
        return [`Snapshot ${id} is of ${of}, and "${target.name}" is ${into}: Atlas cannot restore one into the other.`];
    }
    const there = target.raw.configServerType;
    if (configServerType !== undefined && typeof there === 'string' && configServerType !== there)
        return [
            `Snapshot ${id} has ${configServerType} config servers, and "${target.name}" ${there} ones: Atlas wants both alike.`,
        ];
    const shards = shardsOf(snapshot);
    return whole && shards > 0 && shards !== target.shards
        ? [`Snapshot ${id} has ${shards} shards, and "${target.name}" ${target.shards}: Atlas wants as many on both sides.`]
        : [];
}
function shardsOf({ members, configServerType }) {
    return configServerType === 'EMBEDDED' ? members.length : members.filter((name) => !/config/i.test(name)).length;
}
function versionProblems({ id, mongodbVersion, type }, target) {
    const [from, to] = [versionOf(mongodbVersion), versionOf(target.mongodbVersion)];
    if (!from || !to)
        return [];
    const isSameMajor = from.major === to.major && from.minor <= to.minor;
    const isNext = to.major === from.major + 1 && type !== 'flex';
    if (isSameMajor || isNext)
        return [];
    const wanted = type === 'flex' ? 'the same version' : 'the same major version or the next one';
    return [
        `Snapshot ${id} is of MongoDB ${mongodbVersion}, and "${target.name}" runs ${target.mongodbVersion}: Atlas restores only into ${wanted}.`,
    ];
}
function versionOf(text) {
    const [, major, minor] = text?.match(/^(\d+)\.(\d+)/) ?? [];
    return major === undefined || minor === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}
function scopeProblems({ source, target, snapshot }) {
    const clusters = [...new Set([source, target])].filter((cluster) => cluster !== undefined);
    return [
        ...clusters
            .filter(({ tier }) => tier.endsWith('_NVME'))
            .map(({ name, tier }) => `"${name}" is an ${tier}: Atlas restores no single databases on NVMe clusters.`),
        ...(snapshot && (0,snapshot_selector/* isFallback */.RX)(snapshot)
            ? [`Snapshot ${snapshot.id} is a fallback, from which Atlas restores no single databases. Choose another one.`]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/src/atlas/backup-schedule.js
var backup_schedule = __webpack_require__(9669);
// EXTERNAL MODULE: ./build/actions/listed-snapshots.js
var listed_snapshots = __webpack_require__(5159);
;// CONCATENATED MODULE: ./build/actions/restore/survey.js







async function survey(client, wish) {
    const { from, to } = wish;
    const readAt = client.clock.now();
    const source = await (0,any_cluster/* findCluster */.KG)(client, from);
    const target = to && (isSame(from, to) ? source : await (0,any_cluster/* findCluster */.KG)(client, to));
    const found = source && hasBackups(source) ? await findSource(client, wish, source) : {};
    return {
        readAt,
        source,
        target,
        snapshot: found.snapshot,
        base: found.base,
        schedule: found.schedule,
        now: client.time.now(),
        problems: found.problems ?? [],
    };
}
function hasBackups({ tier }) {
    return tier !== 'M0';
}
async function findSource(client, wish, source) {
    if (wish.source.kind !== 'snapshot') {
        if (source.tier === 'FLEX' || !source.pitEnabled)
            return {};
        const schedule = await (0,backup_schedule/* getBackupSchedule */.O)(client, wish.from);
        return { schedule, base: newestUntil(await (0,listed_snapshots/* listAnySnapshots */.yR)(client, wish.from, source), wish.source.seconds) };
    }
    const found = await findSnapshot(client, wish, source);
    const hasCatalogue = source.tier !== 'FLEX' && source.edition !== cluster_answer/* INFINITE */.fZ;
    if (!found.snapshot?.isCompleted || !wish.scope || !hasCatalogue)
        return found;
    const problems = await nameProblems(client, wish.from, { scope: wish.scope, snapshotId: found.snapshot.id });
    return { ...found, problems };
}
async function findSnapshot(client, wish, source) {
    if (wish.source.kind !== 'snapshot')
        return {};
    const { selector } = wish.source;
    if (selector.kind === 'id' && source.tier !== 'FLEX') {
        const snapshot = await readIfThere(client, wish.from, { id: selector.id, cluster: source });
        if (snapshot)
            return { snapshot };
    }
    const snapshots = await (0,listed_snapshots/* listAnySnapshots */.yR)(client, wish.from, source);
    const snapshot = (0,snapshot_selector/* selectSnapshot */.Xn)(snapshots, selector);
    return snapshot
        ? { snapshot }
        : { problems: [(0,snapshot_selector/* noSuchSnapshot */.b$)(snapshots, { selector, clusterName: wish.from.clusterName })] };
}
function newestUntil(snapshots, seconds) {
    const isBefore = ({ createdAt }) => Date.parse(createdAt ?? '') <= seconds * 1_000;
    return (0,listed_snapshots/* newestFirst */.ll)(snapshots.filter((one) => one.isCompleted && isBefore(one))).at(0);
}
async function readIfThere(client, address, which) {
    try {
        const snapshot = await (0,listed_snapshots/* readSnapshot */.RA)(client, address, which);
        if (snapshot.id === which.id)
            return snapshot;
        throw new Error(`Asked about snapshot ${which.id} of cluster "${address.clusterName}", Atlas answered about ${snapshot.id}. Nothing was restored; run the step again.`);
    }
    catch (error) {
        if (error instanceof errors/* AtlasError */.qL && error.code === 'SNAPSHOT_NOT_FOUND')
            return undefined;
        throw error;
    }
}
function isSame(one, other) {
    return one.groupId === other.groupId && one.clusterName === other.clusterName;
}

;// CONCATENATED MODULE: ./build/actions/restore/checks.js




function problemsOf(wish, found) {
    const { source, target, snapshot } = found;
    const { from, to } = wish;
    const kept = snapshot ?? found.base;
    return [
        ...(source ? spellingProblems(source, from, 'cluster-name') : []),
        ...(target && to && !isSame(from, to) ? spellingProblems(target, to, 'target-cluster-name') : []),
        ...(source ? sourceProblems(source, wish) : []),
        ...found.problems,
        ...(snapshot ? snapshotProblems(snapshot, found) : []),
        ...timeProblems(wish, found),
        ...(target && wish.to ? targetProblems(target, wish) : []),
        ...(source ? editionProblems(source, target, wish) : []),
        ...(source && target ? togetherProblems(source, target, wish) : []),
        ...(kept && target ? fitProblems(kept, target) : []),
        ...(wish.scope ? scopeProblems(found) : []),
        ...(target ? ownershipProblems(target, wish) : []),
    ];
}
function neededConsent(wish, { target }, repository) {
    const { isConfirmed, to, scope } = wish;
    if (!target || isConfirmed || !replacesData(wish))
        return [];
    const { terminationProtection } = target;
    if (isPreviewOf(target, repository) && !terminationProtection)
        return [];
    const what = scope ? 'the named databases and collections' : 'all data';
    const which = `cluster "${target.name}" in project ${to?.groupId}${terminationProtection ? ', which is protected against termination' : ''}`;
    return [`This would replace ${what} of ${which}. If that is meant, set confirm-overwrite: ${target.name}.`];
}
function spellingProblems({ name }, { clusterName }, input) {
    return name === clusterName
        ? []
        : [`${input}: asked about cluster "${clusterName}", Atlas answered about "${name}". Write the name as Atlas does.`];
}
function sourceProblems({ name, tier, stateName, pitEnabled }, { source, scope }) {
    if (tier === 'M0')
        return [`"${name}" is a free cluster (M0), which has no cloud backup. Use mongodump and mongorestore.`];
    const isFlex = tier === 'FLEX';
    const isPoint = source.kind !== 'snapshot';
    return [
        ...(stateName === 'DELETING' ? [`Cluster "${name}" is being deleted, and its snapshots with it.`] : []),
        ...(isFlex && isPoint ? [`"${name}" is a Flex cluster: it has daily snapshots, and no point in time.`] : []),
        ...(isFlex && scope
            ? [`"${name}" is a Flex cluster: only the whole of it can be restored. Single databases need M10 and above.`]
            : []),
        ...(!isFlex && isPoint && !pitEnabled
            ? [
                `Continuous backup is off for "${name}", so there is no point in time to go back to. Restore a snapshot, and turn it on for the next time (Atlas, cluster › Edit Configuration › Cloud Backup).`,
            ]
            : []),
    ];
}
const LIFE_LEFT = 3_600_000;
function snapshotProblems({ id, isCompleted, status, expiresAt }, { now }) {
    if (!isCompleted)
        return [`Snapshot ${id} is ${status}, not completed, so nothing can be restored from it.`];
    const left = Date.parse(expiresAt ?? '') - (now ?? Number.NaN);
    return left < LIFE_LEFT
        ? [
            `Snapshot ${id} expires at ${expiresAt}, too soon to restore from it. Keep it longer in Atlas, or choose another.`,
        ]
        : [];
}
const DAY = 86_400;
function timeProblems({ source, from }, { schedule, now }) {
    if (source.kind === 'snapshot' || now === undefined)
        return [];
    const { seconds } = source;
    const shown = (0,iso_time/* isoTime */.L)(seconds * 1_000);
    const current = Math.floor(now / 1_000);
    if (seconds > current)
        return [`${shown} lies in the future.`];
    const window = schedule?.restoreWindowDays;
    if (window === undefined || seconds >= current - window * DAY)
        return [];
    const first = (0,iso_time/* isoTime */.L)((current - window * DAY) * 1_000);
    return [
        `${shown} lies before the restore window of "${from.clusterName}", which is ${window} days and begins at ${first}. Restore a snapshot instead.`,
    ];
}
function targetProblems(target, { to, safetySnapshot, scope }) {
    const { name, tier, paused, stateName, backupEnabled } = target;
    if (tier === 'M0')
        return [`"${name}" is a free cluster (M0): nothing can be restored into it.`];
    return [
        ...(paused
            ? [`Cluster "${name}" is paused, and Atlas restores nothing into paused clusters. Resume it first.`]
            : []),
        ...(stateName === 'DELETING' ? [`Cluster "${name}" in project ${to?.groupId} is being deleted.`] : []),
        ...(tier === 'FLEX' && scope
            ? [`"${name}" is a Flex cluster: single databases can be restored into M10 and above.`]
            : []),
        ...(safetySnapshot && (tier === 'FLEX' || !backupEnabled)
            ? [
                `safety-snapshot: "${name}" ${tier === 'FLEX' ? 'is a Flex cluster, which takes no snapshots on demand' : 'has cloud backup off'}, so there can be none.`,
            ]
            : []),
    ];
}
function ownershipProblems(target, { environment, scope }) {
    if (!environment || scope || (0,environment_tags/* ownerOf */.bf)(target.tags, environment) === 'own')
        return [];
    return [
        `Cluster "${target.name}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out, and set confirm-overwrite, to restore into it all the same.`,
    ];
}
function replacesData({ to, scope }) {
    return to !== undefined && (scope === undefined || scope.overwrites);
}
function isPreviewOf({ tags }, repository) {
    return (0,environment_tags/* isMadeBy */.P5)(tags, repository) && tags[environment_tags/* tagNames */.nP.environment] !== undefined;
}
function missingCluster({ groupId, clusterName }, { input, nearest, environment }) {
    const hint = environment
        ? ` Provision makes it: run provision with environment ${environment.name} first.`
        : ` ${nearest}`;
    return `${input}: there is no cluster "${clusterName}" in project ${groupId}.${hint}`;
}

;// CONCATENATED MODULE: ./build/actions/restore/refusal.js
function refusal(problems) {
    const nothing = 'Nothing was restored.';
    return new Error(problems.length === 1
        ? `${problems.join()} ${nothing}`
        : [`This cannot be restored; ${nothing.toLowerCase()}`, ...problems.map((one) => `- ${one}`)].join('\n'));
}

// EXTERNAL MODULE: ./build/actions/snapshot/marker.js
var marker = __webpack_require__(4279);
// EXTERNAL MODULE: ./build/actions/snapshot/obtain.js
var obtain = __webpack_require__(7444);
// EXTERNAL MODULE: ./build/actions/snapshot/progress.js
var snapshot_progress = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/actions/restore/safety.js






async function takeSafetySnapshot(client, address, { context, retentionInDays }) {
    const { snapshot } = await (0,obtain/* obtainSnapshot */.k)({
        client,
        address,
        description: `safety: ${address.clusterName} before a restore, run ${context.job.runId || 'unknown'}`,
        marker: markerOf(context),
        retentionInDays,
        underway: context.underway,
    });
    context.log.info(`Atlas has accepted safety snapshot ${snapshot.id} of cluster "${address.clusterName}".`);
    context.underway(`Safety snapshot ${snapshot.id} may still go on in Atlas; nothing has been restored yet.`);
    try {
        const completed = await (0,snapshot_completion/* waitUntilCompleted */.Tr)(client, address, { snapshot, onState: (0,snapshot_progress/* progressOf */.j)(context, snapshot) });
        context.log.info(`Safety snapshot ${completed.id} is completed: the way back, until ${completed.expiresAt ?? 'it expires'}.`);
        return completed;
    }
    catch (error) {
        if (error instanceof snapshot_completion/* SnapshotFailed */.W_)
            context.underway('That was to be the safety snapshot; nothing has been restored yet.');
        throw error;
    }
}
async function confirmSafetySnapshot(client, address, { safety, context }) {
    try {
        await (0,snapshot_completion/* confirmCompleted */.Af)(client, address, safety);
    }
    catch (error) {
        if (error instanceof snapshot_completion/* SnapshotFailed */.W_)
            context.underway('That was to be the safety snapshot; nothing has been restored yet.');
        throw error;
    }
}
async function recheckSafetySnapshot(client, address, { safety, context }) {
    try {
        await (0,snapshot_completion/* readCompleted */.IM)(client, address, safety);
    }
    catch (error) {
        if (error instanceof snapshot_completion/* SnapshotFailed */.W_)
            context.underway('That was the safety snapshot: the restore itself has finished, and cannot be undone with it.');
        throw error;
    }
}
async function findSafetySnapshot(client, address, { context, cluster, job, }) {
    const own = markerOf(context);
    const began = (0,object_id/* requestedAt */.u)(job) ?? Number.POSITIVE_INFINITY;
    const snapshots = await (0,listed_snapshots/* listAnySnapshots */.yR)(client, address, cluster);
    return (0,listed_snapshots/* newestFirst */.ll)(snapshots).find(({ isCompleted, createdAt, description }) => isCompleted && Date.parse(createdAt ?? '') <= began && (0,marker/* isSameStep */.lO)((0,marker/* readMarker */.t7)(description), own));
}
function markerOf({ job, random }) {
    return { ...(0,marker/* createMarker */.h5)(job, random), safety: true };
}

;// CONCATENATED MODULE: ./build/actions/restore/prepare.js










async function prepare(client, wish, { jobs, ...work }) {
    const { from, to, safetySnapshot } = wish;
    const { context, inputs } = work;
    const { listed, hasWaited } = await listWhenFree(client, { jobs, from });
    const early = sameUnderway(listed, jobs);
    const { target } = work.found;
    if (!to || !target)
        return { early, listed, safety: undefined };
    if (early) {
        const safety = safetySnapshot
            ? await earlierSafetySnapshot(client, to, { context, cluster: target, job: early })
            : undefined;
        return { early, listed, safety };
    }
    const cluster = hasWaited ? await (0,cluster_readiness/* readOrFail */.Ml)(client, to, target.tier) : target;
    await (0,cluster_readiness/* waitUntilIdle */.yb)(client, to, { cluster, onState: (0,cluster_progress/* clusterProgress */.G)(context) });
    if (!safetySnapshot) {
        const isFresh = !hasWaited && target.stateName === 'IDLE';
        return { early, listed: isFresh ? listed : undefined, safety: undefined };
    }
    const retentionInDays = inputs['safety-retention-days'];
    const safety = await takeSafetySnapshot(client, to, { context, retentionInDays });
    return { early, listed: undefined, safety };
}
async function earlierSafetySnapshot(client, address, { context, cluster, job }) {
    const earlier = await findSafetySnapshot(client, address, { context, cluster, job });
    if (earlier)
        return await (0,snapshot_completion/* readCompleted */.IM)(client, address, earlier);
    throw new Error(`The same restore into "${address.clusterName}" is under way already (job ${job.id}), begun without a safety snapshot of this step, and it is too late to take one. Wait for it to end; set safety-snapshot: false to adopt it.`);
}
async function recheckTarget(client, wish, { found, context, login, safety, }) {
    const { from, to } = wish;
    if (!to || !found.target)
        return;
    if (safety)
        await confirmSafetySnapshot(client, to, { safety, context });
    await login?.recheck();
    const target = await (0,cluster_readiness/* readOrFail */.Ml)(client, to, found.target.tier);
    if (target.id !== found.target.id)
        throw refusal([replaced(to, [found.target, target])]);
    const source = isSame(from, to) ? target : found.source;
    const now = { ...found, source, target };
    const problems = [...problemsOf(wish, now), ...neededConsent(wish, now, (0,repository/* repositoryOf */._M)(context.job))];
    if (problems.length > 0)
        throw refusal(problems);
}
function replaced({ clusterName, groupId }, [before, now]) {
    return `Cluster "${clusterName}" in project ${groupId} is another one (${now.id}) than this step began with (${before.id}): somebody has deleted that, and made a new one of the same name.`;
}

;// CONCATENATED MODULE: ./build/actions/restore/last-look.js











async function confirmAll(client, { checks, first, what }) {
    await (0,last_look/* untilLastLook */.IF)(client, {
        first: first && { ...first, hasWaited: false },
        read: async () => {
            const readAt = client.clock.now();
            let hasWaited = false;
            for (const check of checks)
                hasWaited = (await check()) || hasWaited;
            return { readAt, hasWaited };
        },
        settle: async ({ hasWaited }) => hasWaited,
        what,
    });
}
async function readTarget(client, to, before) {
    const target = await (0,vanishing/* readUnlessGone */.i)(client, {
        read: () => (0,any_cluster/* getAnyCluster */.Nn)(client, to, before.tier),
        vanished: (facts) => new cluster_readiness/* ClusterUnusable */.U2(`Cluster "${to.clusterName}" in project ${to.groupId} is gone: somebody has deleted it while this step ran, and what was restored with it. ${facts}`),
    });
    if (target.id === before.id)
        return target;
    throw new RestoreFailed(replaced(to, [before, target]));
}
function targetCheck(client, to, { before, context, onRead, }) {
    return async () => {
        const target = await readTarget(client, to, before);
        const idle = await (0,cluster_readiness/* waitUntilIdle */.yb)(client, to, { cluster: target, onState: (0,cluster_progress/* clusterProgress */.G)(context) });
        onRead(idle);
        return idle !== target;
    };
}
function plainCheck(read) {
    return async () => {
        await read();
        return false;
    };
}
function jobCheck(client, { from }, { jobs, job, to, onRead }) {
    return async () => {
        const listed = await unlessGone(jobs.list);
        const own = listed.find(({ id }) => id === job.id) ?? job;
        if (!jobs.kind.isDone(own)) {
            throw new RestoreFailed(`Restore job ${job.id} had finished, and is under way again. Look at it in Atlas.`, {
                mayGoOn: true,
            });
        }
        onRead(own);
        const rivals = laterJobs(listed, { jobs, job });
        const same = rivals.find(jobs.isSame);
        if (same && jobs.isUnderway(same)) {
            await waitForOther(client, same, { jobs, from });
            return true;
        }
        assertNone(rivals.filter((rival) => !jobs.isSame(rival)), { job, to });
        return false;
    };
}
function rivalCheck(jobs, followed) {
    return plainCheck(async () => assertNone(laterJobs(await unlessGone(jobs.list), { jobs, job: followed.job }), followed));
}
function laterJobs(listed, { jobs, job }) {
    const began = (0,object_id/* requestedAt */.u)(job) ?? Number.POSITIVE_INFINITY;
    return listed.filter((other) => other.id !== job.id && jobs.replaces(other) && (jobs.isUnderway(other) || ((0,object_id/* requestedAt */.u)(other) ?? 0) > began));
}
function assertNone(rivals, { job, to }) {
    const [rival] = rivals;
    if (!rival)
        return;
    throw new RestoreFailed(`Restore job ${job.id} has finished, but somebody has begun another one since (job ${rival.id}), which replaces its data in cluster "${to.clusterName}" in project ${to.groupId}. Wait until that has ended and run the step again; a concurrency group keeps two restores into one cluster apart.`);
}
async function unlessGone(list) {
    try {
        return await list();
    }
    catch (error) {
        if (error instanceof errors/* AtlasError */.qL && error.status === 404)
            return [];
        throw error;
    }
}
async function confirmLinks(client, { from }, { jobs, job }) {
    return await (0,last_look/* untilLastLook */.IF)(client, {
        first: job,
        read: async () => {
            const readAt = client.clock.now();
            return { ...(await jobs.kind.read(client, from, job.id)), readAt };
        },
        settle: async (reading) => {
            const { expiresAt } = jobs.factsOf(reading);
            const end = (0,iso_time/* readTime */.a)(expiresAt) ?? Number.POSITIVE_INFINITY;
            if (reading.id !== job.id || !jobs.kind.isDone(reading) || end <= client.time.forExpiry()) {
                throw new RestoreFailed(`The links of download job ${job.id} of cluster "${from.clusterName}" have expired${expiresAt === undefined ? '' : ` (at ${expiresAt})`}. Run the step again.`);
            }
            return false;
        },
        what: `Download job ${job.id} of cluster "${from.clusterName}"`,
    });
}

;// CONCATENATED MODULE: ./build/actions/restore/hand-over.js




async function confirmRestored(client, wish, work) {
    const { to } = wish;
    const { jobs, job, context, login, safety } = work;
    let { target } = work;
    let facts = jobs.factsOf(job);
    let warnings = [];
    if (!to)
        return { facts, target, warnings };
    const checks = [
        jobCheck(client, wish, {
            jobs,
            job,
            to,
            onRead: (read) => {
                facts = jobs.factsOf(read);
            },
        }),
        ...rollbackChecks(client, wish, { target, job }),
        plainCheck(async () => {
            if (safety)
                await recheckSafetySnapshot(client, to, { safety, context });
        }),
        plainCheck(async () => {
            if (login)
                warnings = await login.recheck();
        }),
        targetCheck(client, to, {
            before: target,
            context,
            onRead: (read) => {
                target = read;
            },
        }),
    ];
    await confirmAll(client, { checks, what: `Restore job ${job.id} into cluster "${to.clusterName}"` });
    return { facts, target, warnings };
}
function rollbackChecks(client, { from, to, scope, source }, { target, job }) {
    if (!to || to.groupId !== from.groupId || (isSame(from, to) && !scope))
        return [];
    const subject = { source, snapshotId: undefined, from: to };
    return [
        target.tier === 'FLEX'
            ? rivalCheck(flexJobs(client, subject, to), { job, to })
            : rivalCheck(wholeJobs(client, subject, to), { job, to }),
    ];
}
async function targetToHandOver(client, { to, scope }, { found, login }) {
    const before = found.target;
    if (!to || !before)
        return {};
    if (!login || scope)
        return { target: before };
    let target = before;
    let { warnings } = login;
    const checks = [
        plainCheck(async () => {
            warnings = await login.recheck();
        }),
        plainCheck(async () => {
            target = await readTarget(client, to, before);
        }),
    ];
    const first = { readAt: Math.min(found.readAt, login.readAt) };
    await confirmAll(client, { checks, first, what: `The connection to cluster "${to.clusterName}"` });
    return { target, warnings };
}

;// CONCATENATED MODULE: ./build/actions/restore/links.js
const SHORTEST_PATH = 8;
function maskingLinks(jobs, { mask }) {
    const masked = (job) => {
        for (const url of jobs.factsOf(job).urls)
            for (const secret of [url, ...pathOf(url)])
                mask(secret);
        return job;
    };
    const { kind, list, create } = jobs;
    return {
        ...jobs,
        list: async () => (await list()).map(masked),
        create: async (onSend) => masked(await create(onSend)),
        kind: { ...kind, read: async (client, address, id) => masked(await kind.read(client, address, id)) },
    };
}
function pathOf(url) {
    const { pathname = '', search = '' } = URL.parse(url) ?? {};
    const path = `${pathname}${search}`;
    return path.length < SHORTEST_PATH ? [] : [path];
}

;// CONCATENATED MODULE: ./build/actions/restore/notes.js
function nothingYet({ safetySnapshotId }) {
    return safetySnapshotId && `Safety snapshot ${safetySnapshotId} stays; nothing has been restored yet.`;
}
function mayHaveBegun(where, page) {
    return withWayBack(`Atlas may have begun a restore ${where.place}; look there before anything else: ${page}`, where);
}
function goesOn(where, jobId) {
    const { place, isDownload } = where;
    return isDownload
        ? `Download job ${jobId} ${place} may still go on in Atlas; its links end by themselves.`
        : withWayBack(`Restore job ${jobId} ${place} goes on in Atlas, which cannot cancel it. Until it ends nothing may be written there; run the step again to wait for it.`, where);
}
function hasFinished(where, jobId) {
    return withWayBack(`Restore job ${jobId} ${where.place} has finished in Atlas; what was left was to see whether its data can be used.`, where);
}
function isOver({ safetySnapshotId }) {
    return safetySnapshotId && wayBack(safetySnapshotId);
}
function withWayBack(note, { safetySnapshotId }) {
    return safetySnapshotId === undefined ? note : `${note} ${wayBack(safetySnapshotId)}`;
}
function wayBack(safetySnapshotId) {
    return `Safety snapshot ${safetySnapshotId} is the way back.`;
}

;// CONCATENATED MODULE: ./build/actions/restore/carry-out.js











async function carryOut(client, wish, work) {
    const { from, to, scope } = wish;
    const { found } = work;
    const subject = { source: wish.source, snapshotId: found.snapshot?.id, from };
    const isFlex = found.source?.tier === 'FLEX';
    if (!to) {
        return isFlex
            ? await run(client, wish, { ...work, jobs: flexDownloadJobs(client, subject) })
            : await run(client, wish, { ...work, jobs: downloadJobs(client, subject) });
    }
    if (scope)
        return await run(client, wish, { ...work, jobs: collectionJobs(client, subject, { to, scope }) });
    return isFlex
        ? await run(client, wish, { ...work, jobs: flexJobs(client, subject, to) })
        : await run(client, wish, { ...work, jobs: wholeJobs(client, subject, to) });
}
async function run(client, wish, { jobs: bare, ...work }) {
    const { context } = work;
    const { from, to } = wish;
    const jobs = maskingLinks(bare, context);
    const beganAt = client.clock.now();
    const { early, listed, safety } = await prepare(client, wish, { ...work, jobs });
    const safetySnapshotId = safety?.id;
    context.publish({ 'safety-snapshot-id': safetySnapshotId });
    const place = to ? `into cluster "${to.clusterName}" in project ${to.groupId}` : `of cluster "${from.clusterName}"`;
    const where = { place, isDownload: !to, safetySnapshotId };
    context.underway(nothingYet(where));
    const { job, outcome } = early
        ? { job: early, outcome: 'adopted' }
        : await beginOnce(client, {
            jobs,
            from,
            listed,
            recheck: () => recheckTarget(client, wish, { ...work, safety }),
            underway: (isSent) => context.underway(isSent ? mayHaveBegun(where, (0,console_links/* backupPage */.A)(client.baseUrl, from)) : nothingYet(where)),
        });
    context.publish({ 'restore-job-id': job.id });
    context.log.info(outcome === 'begun'
        ? `Atlas has begun restore job ${job.id}.`
        : `The same restore is under way already (job ${job.id}).`);
    context.underway(goesOn(where, job.id));
    try {
        const isAdopted = outcome === 'adopted';
        const seen = { ...job, readAt: beganAt };
        const carried = await follow(client, wish, { ...work, jobs, job: seen, where, isAdopted, safety });
        context.underway(undefined);
        return { ...carried, jobId: job.id, safetySnapshotId };
    }
    catch (error) {
        if (error instanceof RestoreFailed && !error.mayGoOn)
            context.underway(isOver(where));
        throw error;
    }
}
async function follow(client, wish, { jobs, job, where, isAdopted, safety, ...work }) {
    const { context, inputs, found } = work;
    const { to } = wish;
    if (!inputs.wait) {
        if (jobs.kind.isDone(job) && !to)
            return await ready(client, wish, { jobs, job });
        return { outcome: 'started', facts: jobs.factsOf(job), ...(await targetToHandOver(client, wish, work)) };
    }
    const done = await waitForJob(client, wish, { jobs, job, context });
    if (!to)
        return await ready(client, wish, { jobs, job: done });
    context.underway(hasFinished(where, job.id));
    const target = await waitForTarget(client, to, { context, before: found.target });
    if (found.target && target.id !== found.target.id)
        throw new RestoreFailed(replaced(to, [found.target, target]));
    const restored = await readBack(client, wish, { jobId: job.id, context });
    const last = await confirmRestored(client, wish, { ...work, jobs, job: done, target, safety });
    context.log.info(`The restore is finished, and "${to.clusterName}" can be used.`);
    return { ...restored, outcome: isAdopted ? 'adopted' : 'restored', ...last };
}
async function ready(client, wish, { jobs, job }) {
    return { outcome: 'ready', facts: jobs.factsOf(await confirmLinks(client, wish, { jobs, job })) };
}

;// CONCATENATED MODULE: ./build/actions/restore/explain.js


const say = (text) => () => Promise.resolve(text);
const explanations = {
    ...explain/* unknownNames */.be,
    CANNOT_RESTORE_TO_TARGET: say('The API key or service account needs «Project Backup Manager» (or «Project Owner») in the project of the target too, and both projects must be of one organization.'),
    RESTORE_INITIATION_FAILED: say('Usually the versions of MongoDB, the number of shards or the size of the disk do not fit: compare both clusters in Atlas.'),
    INVALID_SNAPSHOT_RESTORE_ENCRYPTION: say('Source and target must have the same kind of encryption at rest.'),
    INVALID_PIT_RESTORE_TIME: say('Check point-in-time (or oplog): it must lie within the restore window of the cluster.'),
    UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME: say('There is no snapshot from before that moment to begin with: choose a later one.'),
    NO_CHECKPOINT_FOR_PIT_RESTORE: say('Atlas cannot go back to exactly that moment: choose one some minutes earlier or later.'),
    CLUSTER_PAUSED_CANNOT_RESTORE: say('The target is paused: resume it, and run the step again.'),
    CANNOT_PERFORM_RESTORE_ON_CLUSTER_WITH_RUNNING_LIVE_IMPORT: say('A live import into the target is under way: let it end first.'),
    TOO_MANY_SNAPSHOT_DOWNLOADS: say('The project is at its limit of downloads: cancel one (backups, cancel-restore), or wait until one expires.'),
    CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT: say('It has expired, or somebody deleted it: choose another one.'),
    SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY: say("Raise safety-retention-days to what the project's backup compliance policy asks of on-demand snapshots."),
    BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID: say('Check safety-retention-days.'),
    TENANT_RESTORE_VERSION_MISMATCH: say('A snapshot of a Flex cluster needs a target with the same version of MongoDB.'),
    TENANT_RESTORE_INCOMPATIBLE_TOPOLOGY: say('A snapshot of a Flex cluster fits only a replica set.'),
    TENANT_RESTORE_DESTINATION_ENCRYPTION: say('A snapshot of a Flex cluster cannot go into a cluster with keys of your own.'),
};
function explainRestoreRefusal(error, client, { from, to }) {
    return to && isAbout(error, { from, to })
        ? (0,explain/* explainRefusal */.GC)(error, client, { address: to, explanations: { ...explanations, ...ofTarget } })
        : (0,explain/* explainRefusal */.GC)(error, client, { address: from, explanations });
}
function isAbout(error, { from, to }) {
    if (!(error instanceof errors/* AtlasError */.qL))
        return false;
    const byName = from.clusterName !== to.clusterName && error.parameters.includes(to.clusterName);
    return byName || (from.groupId !== to.groupId && error.facts.includes(to.groupId));
}
const ofTarget = Object.fromEntries(Object.entries(explain/* unknownNames */.be).map(([code, explain]) => [
    code,
    async (client, address) => `${await explain(client, address)} This is about the target: target-cluster-name and target-project-id.`,
]));

// EXTERNAL MODULE: ./build/actions/connection.js
var connection = __webpack_require__(5481);
// EXTERNAL MODULE: ./build/actions/known-user.js
var known_user = __webpack_require__(8163);
// EXTERNAL MODULE: ./build/actions/user-expiry.js
var user_expiry = __webpack_require__(7093);
;// CONCATENATED MODULE: ./build/actions/restore/login.js




async function loginFor(client, address, { inputs, wish, context }) {
    const username = inputs.username ?? (inputs['password-seed'] === undefined ? undefined : address.clusterName);
    if (username === undefined)
        return undefined;
    const owner = { ...(0,repository/* repositoryOf */._M)(context.job), name: wish.environment?.name };
    const question = { client, address, inputs, owner };
    const readAt = client.clock.now();
    const existing = await (0,known_user/* findUser */.Hr)(question, username);
    if (!existing)
        throw new Error((0,known_user/* missingUser */.qk)(question, username));
    const password = (0,known_user/* passwordFor */.bE)(question, { username, existing });
    if (password !== undefined)
        context.mask(password);
    const known = (0,known_user/* knownUser */.t3)(question, { existing, password });
    if (!known)
        throw new Error(`username: nobody here knows the password of "${username}". Give password or password-seed.`);
    const appName = (0,connection/* appNameOf */.EG)(context.job.repository);
    return {
        readAt,
        warnings: [(0,user_expiry/* expiryWarning */.i)(existing, client) ?? []].flat(),
        uriOf: (target, database) => {
            const { srv, standard } = (0,connection/* connectionTo */.mQ)(target, { login: known.login, database, appName }, context);
            return srv ?? standard;
        },
        recheck: async () => {
            const now = await findUserTwice(question, username);
            if (!now)
                throw new Error(goneUser(question, existing));
            (0,known_user/* knownUser */.t3)(question, { existing: now, password });
            return [(0,user_expiry/* expiryWarning */.i)(now, client) ?? [], changedRoles(existing, now) ?? []].flat();
        },
    };
}
const LOOK_AGAIN_MS = 3_000;
async function findUserTwice(question, username) {
    const { clock, signal } = question.client;
    const user = await (0,known_user/* findUser */.Hr)(question, username);
    if (user)
        return user;
    await clock.sleep(LOOK_AGAIN_MS, signal);
    return await (0,known_user/* findUser */.Hr)(question, username);
}
function goneUser({ address }, { username, deleteAfterDate }) {
    const why = deleteAfterDate === undefined
        ? 'somebody has deleted it while this step ran'
        : `it expired at ${deleteAfterDate}, or somebody has deleted it while this step ran`;
    return `Database user "${username}" is gone from project ${address.groupId}: ${why}. No connection string can be given for it; create the user again, or name another one.`;
}
function changedRoles({ username, roles: before }, { roles: now }) {
    return rolesOf(before) === rolesOf(now)
        ? undefined
        : `Somebody has changed the roles of database user "${username}" while this step ran: it has ${rolesOf(now) || 'none'} now, and had ${rolesOf(before) || 'none'}.`;
}
function rolesOf(roles) {
    const name = ({ roleName, databaseName, collectionName }) => `${roleName}@${databaseName}${collectionName === undefined ? '' : `.${collectionName}`}`;
    return roles.map(name).toSorted().join(', ');
}

;// CONCATENATED MODULE: ./build/actions/restore/plan.js



function pointOf({ source }, { snapshot }) {
    return source.kind === 'snapshot' ? snapshot?.createdAt : (0,iso_time/* isoTime */.L)(source.seconds * 1_000);
}
function planLines(wish, found, { dryRun }) {
    const { from, to, scope, safetySnapshot } = wish;
    const point = pointOf(wish, found);
    const what = found.snapshot
        ? `snapshot ${found.snapshot.id} of cluster "${from.clusterName}" (data of ${point ?? 'an unknown time'})`
        : `cluster "${from.clusterName}" as it was at ${point}`;
    if (!to)
        return dryRun ? [`Dry run: would ask for links to ${what}.`, UNCHANGED] : [`Asking for links to ${what}.`];
    const place = `cluster "${to.clusterName}" in project ${to.groupId}`;
    if (dryRun)
        return dryLines(wish, { what, place });
    return [
        `Restoring ${what} into ${place}.`,
        ...(scope ? scopeLines(scope) : []),
        replacesData(wish)
            ? `${scope ? 'What is named is' : 'All data there is'} replaced.`
            : 'Nothing there is replaced: names that are taken get another one.',
        ...(safetySnapshot ? [`A snapshot of "${to.clusterName}" is taken first.`] : []),
    ];
}
const UNCHANGED = 'Nothing was changed.';
function dryLines(wish, { what, place }) {
    const { to, scope, safetySnapshot } = wish;
    const data = scope ? 'the named databases and collections' : 'all data';
    return [
        replacesData(wish)
            ? `Dry run: would replace ${data} of ${place} by ${what}.`
            : `Dry run: would restore ${what} into ${place}, and replace nothing there: names that are taken would get another one.`,
        ...(scope ? scopeLines(scope) : []),
        ...(safetySnapshot ? [`A snapshot of "${to?.clusterName}" would be taken first.`] : []),
        UNCHANGED,
    ];
}
function scopeLines(scope) {
    return [...scope.databases, ...scope.collections].map((name) => `- ${name} as ${wantedName(name, scope)}`);
}

;// CONCATENATED MODULE: ./build/actions/restore/summarize.js



const summarize_SHOWN = 50;
function summarize({ wish, outcome, jobId, snapshotId, restorePoint, finishedAt, safetySnapshotId, results, links, expiresAt, took, backupPage, }) {
    const { from, to } = wish;
    const isDone = outcome === 'restored' || outcome === 'adopted';
    return {
        title: titleOf(wish, outcome),
        facts: [
            ['Source', `${from.clusterName} (project ${from.groupId})`],
            ['Snapshot', snapshotId],
            ['Data of', restorePoint],
            ['Target', to && `${to.clusterName} (project ${to.groupId})`],
            [outcome === 'planned' ? 'Would be replaced' : 'Replaced', to && replacedWords(wish)],
            ['Lost', isDone && !wish.scope ? lostWords(wish, restorePoint) : undefined],
            ['Safety snapshot', safetySnapshotId],
            ['Restore job', jobId],
            ['Outcome', outcome],
            ['Finished', finishedAt],
            [
                'Links',
                links > 0
                    ? `${links}, masked, in the output download-urls; good until ${expiresAt ?? 'they expire'}`
                    : undefined,
            ],
            ...results.slice(0, summarize_SHOWN).map((one) => [one.source, resultWords(one)]),
            ['And', results.length > summarize_SHOWN ? `${results.length - summarize_SHOWN} more, in the output namespaces` : undefined],
            ['The step took', (0,format/* formatDuration */.a3)(took)],
        ],
        links: [{ text: 'Backups of the source in Atlas', url: backupPage }],
        ...(outcome === 'started' && { note: 'wait is false: nobody has checked that this restore comes to its end.' }),
        ...(outcome === 'planned' && { note: 'Dry run: nothing was changed.' }),
    };
}
function titleOf({ from, to, scope }, outcome) {
    if (!to)
        return `Download of a snapshot of ${from.clusterName}: ${outcome}`;
    return `Restore of ${scope ? 'databases into ' : ''}${to.clusterName}: ${outcome}`;
}
function replacedWords(wish) {
    if (!wish.scope)
        return 'all data of the target';
    return replacesData(wish) ? 'the named databases and collections' : 'nothing; new databases or collections only';
}
function lostWords({ from, to }, restorePoint) {
    if (!to)
        return undefined;
    return isSame(from, to) && restorePoint !== undefined
        ? `what was written to ${to.clusterName} after ${restorePoint}`
        : `what ${to.clusterName} held before`;
}
function resultWords({ target, state, documents, failedIndexes, indexError }) {
    return [
        target === undefined ? undefined : `as ${target}`,
        state,
        documents === undefined ? undefined : `${documents.toLocaleString('en')} documents`,
        failedIndexes > 0 ? `${failedIndexes} indexes failed` : undefined,
        indexError,
    ]
        .filter((part) => part !== undefined)
        .join(', ');
}

// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/actions/own-cluster.js
var own_cluster = __webpack_require__(7475);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/restore/rules.js
var rules = __webpack_require__(9218);
;// CONCATENATED MODULE: ./build/actions/restore/wish.js





function draftOf(inputs, repository) {
    const environment = inputs.environment === undefined ? undefined : (0,actions_environment.environmentNamed)(repository, inputs.environment);
    const scope = scopeOf(inputs);
    const derived = environment && !scope ? (0,environment_environment/* clusterNameOf */.T)(environment) : undefined;
    const named = inputs['target-cluster-name'];
    const draft = {
        source: sourceOf(inputs),
        environment,
        scope,
        toName: inputs.delivery === 'download' ? undefined : (named ?? derived ?? inputs['cluster-name']),
        isNameDerived: named === undefined && derived !== undefined,
        safetySnapshot: inputs['safety-snapshot'],
        confirm: inputs['confirm-overwrite'],
    };
    assertFits(draft.isNameDerived ? { ...draft, confirm: undefined } : draft);
    return draft;
}
function wishOf(draft, { from, to, databaseSuffix }) {
    const { source, environment, safetySnapshot, confirm } = draft;
    const scope = draft.scope && { ...draft.scope, databaseSuffix };
    assertFits({ confirm, scope, toName: to?.clusterName });
    return { source, environment, scope, safetySnapshot, from, to, isConfirmed: confirm !== undefined };
}
function assertFits({ confirm, scope, toName }) {
    const problems = [
        ...(confirm !== undefined && confirm !== toName
            ? [
                `confirm-overwrite: "${confirm}" is not the target, which is "${toName}". Repeat its name exactly, if it really is to be overwritten.`,
            ]
            : []),
        ...(scope ? tooLong(scope) : []),
    ];
    if (problems.length > 0)
        throw new Error(problems.join('\n'));
}
function sourceOf(inputs) {
    if (inputs.snapshot !== undefined)
        return { kind: 'snapshot', selector: (0,snapshot_selector/* parseSelector */.Pl)(inputs.snapshot) };
    if (inputs.oplog !== undefined) {
        const [seconds = 0, increment = 1] = inputs.oplog.split(':').map(Number);
        return { kind: 'oplog', seconds, increment };
    }
    const seconds = (0,rules/* secondsOf */.T)(inputs['point-in-time']);
    if (seconds === undefined)
        throw new Error('The inputs were accepted without anything to restore.');
    return { kind: 'point-in-time', seconds };
}
function scopeOf(inputs) {
    const { databases = [], collections = [] } = inputs;
    if (databases.length + collections.length === 0)
        return undefined;
    return {
        databases,
        collections,
        databaseSuffix: inputs['database-suffix'],
        collectionSuffix: inputs['collection-suffix'],
        overwrites: inputs['write-strategy'] === 'overwrite-existing',
        indexes: inputs['index-strategy'] ?? 'all',
    };
}
const LONGEST_DATABASE = 63;
const LONGEST_NAMESPACE = 255;
function tooLong({ databases, collections, ...suffixes }) {
    const names = [...new Set([...databases, ...collections.map(databaseOf)])];
    const long = names.map((name) => wantedName(name, suffixes)).filter((name) => bytes(name) > LONGEST_DATABASE);
    const longer = collections.filter((name) => bytes(wantedName(name, suffixes)) > LONGEST_NAMESPACE);
    return [
        ...long.map((name) => `database-suffix: "${name}" is longer than the ${LONGEST_DATABASE} bytes of a database name.`),
        ...longer.map((name) => `collection-suffix: "${name}" with its suffixes is longer than the ${LONGEST_NAMESPACE} bytes of a namespace.`),
    ];
}
function bytes(text) {
    return Buffer.byteLength(text, 'utf8');
}

;// CONCATENATED MODULE: ./build/actions/restore/target.js





async function withTarget(client, draft, { from, to }) {
    const { environment, scope, isNameDerived } = draft;
    const databaseSuffix = scope?.databaseSuffix;
    if (!environment || !to)
        return wishOf(draft, { from, to, databaseSuffix });
    if (isNameDerived) {
        const own = await (0,own_cluster/* findOwnCluster */.O)(client, to.groupId, environment);
        const target = own ? { ...to, clusterName: own.name } : to;
        return wishOf(draft, { from, to: target, databaseSuffix });
    }
    if (!scope || databaseSuffix !== undefined)
        return wishOf(draft, { from, to, databaseSuffix });
    const cluster = await (0,any_cluster/* findCluster */.KG)(client, to);
    const isOwnCluster = cluster !== undefined && (0,environment_tags/* ownerOf */.bf)(cluster.tags, environment) === 'own';
    return wishOf(draft, { from, to, databaseSuffix: (0,environment_environment/* databaseSuffixOf */.SW)(environment, { isOwnCluster }) });
}

;// CONCATENATED MODULE: ./build/actions/restore/main.js















async function restoreData(inputs, context) {
    const startedAt = context.clock.now();
    const draft = draftOf(inputs, (0,repository/* repositoryOf */._M)(context.job));
    const { client, groupId } = await (0,atlas_session/* openAtlas */.M7)(inputs, context);
    const from = { groupId, clusterName: inputs['cluster-name'] };
    const { toName } = draft;
    let to = toName === undefined ? undefined : { groupId: inputs['target-project-id'] ?? groupId, clusterName: toName };
    try {
        const wish = await withTarget(client, draft, { from, to });
        to = wish.to;
        const found = await survey(client, wish);
        const dryRun = inputs['dry-run'];
        const consent = neededConsent(wish, found, (0,repository/* repositoryOf */._M)(context.job));
        await assertPossible(client, wish, { found, further: dryRun ? [] : consent });
        const login = to && found.target ? await loginFor(client, to, { inputs, wish, context }) : undefined;
        if (found.snapshot && (0,snapshot_selector/* isFallback */.RX)(found.snapshot))
            context.log.warning(fallbackWarning(found.snapshot.id));
        for (const line of planLines(wish, found, { dryRun }))
            context.log.info(line);
        if (dryRun && consent.length > 0)
            context.log.notice(`A real run is refused as it stands. ${consent.join(' ')}`);
        const carried = dryRun ? undefined : await carryOut(client, wish, { found, inputs, context, login });
        for (const warning of carried?.warnings ?? [])
            context.log.warning(warning);
        return resultOf({ wish, found, carried, login, client, context, startedAt });
    }
    catch (error) {
        throw await explainRestoreRefusal(error, client, { from, to });
    }
}
async function assertPossible(client, wish, { found, further }) {
    const { from, to, environment, scope } = wish;
    const { source, target } = found;
    const isOne = to?.groupId === from.groupId && to.clusterName === from.clusterName;
    const problems = [
        ...(source ? [] : [missingCluster(from, { input: 'cluster-name', nearest: await (0,explain/* nearestClusters */.GF)(client, from) })]),
        ...(to && !target && !isOne
            ? [
                missingCluster(to, {
                    input: 'target-cluster-name',
                    nearest: await (0,explain/* nearestClusters */.GF)(client, to),
                    environment: scope ? undefined : environment,
                }),
            ]
            : []),
        ...problemsOf(wish, found),
        ...further,
    ];
    if (problems.length > 0)
        throw refusal(problems);
}
function fallbackWarning(snapshotId) {
    return `Snapshot ${snapshotId} is a fallback, which Atlas takes where a scheduled one fails: its data may be inconsistent, so it is a last resort.`;
}
function resultOf({ wish, found, carried, login, client, context, startedAt, }) {
    const snapshotId = found.snapshot?.id;
    const restorePoint = pointOf(wish, found);
    const outcome = carried?.outcome ?? 'planned';
    const { facts, results, database } = carried ?? {};
    const isKnown = !wish.scope || database !== undefined;
    const uri = login && carried?.target && isKnown ? login.uriOf(carried.target, database) : undefined;
    return {
        outputs: {
            'snapshot-id': snapshotId,
            'restore-point': restorePoint,
            outcome,
            'finished-at': facts?.finishedAt,
            ...(facts && facts.urls.length > 0 && { 'download-urls': facts.urls, 'download-expires-at': facts.expiresAt }),
            namespaces: results,
            'connection-string': uri,
            database,
        },
        summary: summarize({
            wish,
            outcome,
            jobId: carried?.jobId,
            snapshotId,
            restorePoint,
            finishedAt: facts?.finishedAt,
            safetySnapshotId: carried?.safetySnapshotId,
            results: results ?? [],
            links: facts?.urls.length ?? 0,
            expiresAt: facts?.expiresAt,
            took: context.clock.now() - startedAt,
            backupPage: (0,console_links/* backupPage */.A)(client.baseUrl, wish.from),
        }),
    };
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

/***/ 7093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ expiryWarning)
/* harmony export */ });
/* harmony import */ var _src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6400);

const LONGEST_JOB = 6 * 3_600_000;
function expiryWarning({ username, deleteAfterDate }, { time }, { instead = EXTEND, keptAs } = {}) {
    const end = (0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .readTime */ .a)(deleteAfterDate);
    if (end === undefined)
        return undefined;
    const now = time.forExpiry();
    const who = `Database user "${username}"`;
    if (end <= now) {
        throw new Error(`${who} expired at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(end)}, and Atlas deletes it: nobody can log in with it. ${instead}`);
    }
    if (end >= now + LONGEST_JOB)
        return undefined;
    const expires = `${who} expires at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(end)}`;
    if (keptAs)
        throw new Error(`${expires}: ${keptAs} would be of no use to later jobs. ${instead}`);
    return `${expires}, when this job may still be running: it cannot log in afterwards. ${instead}`;
}
const EXTEND = 'Extend its expiry in Atlas (Security › Database Access), or name another user.';


/***/ }),

/***/ 9669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ getBackupSchedule)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(949);



const policyItem = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    frequencyType: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    frequencyInterval: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    retentionUnit: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    retentionValue: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
});
const schedule = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    restoreWindowDays: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    nextSnapshot: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    referenceHourOfDay: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    referenceMinuteOfHour: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    policies: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ policyItems: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(policyItem).nullish() })).nullish(),
})
    .transform(({ policies, ...rest }) => ({
    ...rest,
    policyItems: (policies ?? []).flatMap(({ policyItems }) => policyItems ?? []),
}));
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/schedule',
    version: '2024-08-05',
    task: 'read the backup schedule of cluster "{clusterName}" in project {groupId}',
    role: 'Project Read Only',
    answer: schedule,
});
function getBackupSchedule(client, address) {
    return client.call(get, { path: address });
}


/***/ }),

/***/ 659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aA: () => (/* binding */ createCollectionRestoreJob),
/* harmony export */   kv: () => (/* binding */ listRestoredCollections),
/* harmony export */   qB: () => (/* binding */ getCollectionRestoreJob),
/* harmony export */   rc: () => (/* binding */ sampleCollectionRestoreJobs),
/* harmony export */   xs: () => (/* binding */ listCollectionRestoreJobs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);




const namespaces = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sourceNamespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), targetNamespace: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR }))
    .nullish()
    .transform((list) => list ?? []);
const job = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    createdAt: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    finishedAt: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    errorMessage: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    restoredDocuments: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    totalDocuments: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    snapshotId: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    pointInTimeUtcSeconds: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    oplogTs: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    oplogInc: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    targetGroupId: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    targetClusterName: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    databases: namespaces,
    collections: namespaces,
    databaseSuffix: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    collectionSuffix: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    writeStrategy: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    indexStrategy: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
})
    .transform(({ pointInTimeUtcSeconds, ...rest }) => ({ ...rest, pointInTime: pointInTimeUtcSeconds }));
const collection = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    sourceNamespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    targetNamespace: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    effectiveTargetNamespace: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    restoredDocuments: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    totalDocuments: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
    indexStatus: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ state: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR, errorMessage: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR, failedIndexes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).nullish() })
        .nullish()
        .catch(undefined),
})
    .transform(({ effectiveTargetNamespace, targetNamespace, indexStatus, ...rest }) => ({
    ...rest,
    effectiveNamespace: effectiveTargetNamespace || targetNamespace || undefined,
    indexState: indexStatus?.state,
    indexError: indexStatus?.errorMessage,
    failedIndexes: indexStatus?.failedIndexes?.length ?? 0,
}));
const VERSION = '2025-03-12';
const ofCluster = 'of cluster "{clusterName}" in project {groupId}';
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs',
    version: VERSION,
    task: `list the collection restore jobs ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(job),
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs',
    version: VERSION,
    task: `restore databases or collections ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: job,
});
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}',
    version: VERSION,
    task: `read the collection restore job {jobId} ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: job,
});
const listCollections = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}/collections',
    version: VERSION,
    task: `list the collections of restore job {jobId} ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(collection),
});
function listCollectionRestoreJobs(client, address) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listAll */ ._w)(client, list, { path: address });
}
async function sampleCollectionRestoreJobs(client, address) {
    await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listFirst */ .rL)(client, list, { path: address, atMost: 1 });
}
function createCollectionRestoreJob(client, address, { body, onSend }) {
    return client.call(create, { path: address, body, onSend });
}
function getCollectionRestoreJob(client, address, jobId) {
    return client.call(get, { path: { ...address, jobId } });
}
function listRestoredCollections(client, address, jobId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listAll */ ._w)(client, listCollections, { path: { ...address, jobId } });
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

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ backupPage)
/* harmony export */ });
function backupPage(baseUrl, { groupId, clusterName }) {
    return `${baseUrl}/v2/${groupId}#/clusters/backup/${encodeURIComponent(clusterName)}`;
}


/***/ }),

/***/ 9526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ createFlexRestoreJob),
/* harmony export */   Ig: () => (/* binding */ downloadFlexSnapshot),
/* harmony export */   Lp: () => (/* binding */ getFlexRestoreJob),
/* harmony export */   YR: () => (/* binding */ listFlexRestoreJobs),
/* harmony export */   o0: () => (/* binding */ sampleFlexRestoreJobs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);




const job = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    deliveryType: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch('RESTORE'),
    snapshotId: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    targetDeploymentItemName: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    targetProjectId: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    restoreFinishedDate: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    snapshotFinishedDate: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    expirationDate: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    snapshotUrl: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
})
    .transform((raw) => ({
    id: raw.id,
    status: raw.status,
    deliveryType: raw.deliveryType,
    snapshotId: raw.snapshotId,
    targetClusterName: raw.targetDeploymentItemName,
    targetProjectId: raw.targetProjectId,
    finishedAt: raw.restoreFinishedDate,
    snapshotFinishedAt: raw.snapshotFinishedDate,
    expiresAt: raw.expirationDate,
    snapshotUrl: raw.snapshotUrl,
}));
const VERSION = '2024-11-13';
const ofCluster = 'of the Flex cluster "{clusterName}" in project {groupId}';
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs',
    version: VERSION,
    task: `list the restore jobs ${ofCluster}`,
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(job),
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs',
    version: VERSION,
    task: `restore a snapshot ${ofCluster}`,
    role: 'Project Backup Recovery Operator',
    answer: job,
});
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
    version: VERSION,
    task: `read the restore job {restoreJobId} ${ofCluster}`,
    role: 'Project Read Only',
    answer: job,
});
const download = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/flexClusters/{clusterName}/backup/download',
    version: VERSION,
    task: `ask for the download of a snapshot ${ofCluster}`,
    role: 'Project Backup Export Operator» or «Project Backup Manager',
    answer: job,
});
function listFlexRestoreJobs(client, address) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listAll */ ._w)(client, list, { path: address });
}
async function sampleFlexRestoreJobs(client, address) {
    await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listFirst */ .rL)(client, list, { path: address, atMost: 1 });
}
function createFlexRestoreJob(client, address, { body, onSend }) {
    return client.call(create, { path: address, body, onSend });
}
function downloadFlexSnapshot(client, address, { snapshotId, onSend }) {
    return client.call(download, { path: address, body: { snapshotId }, onSend });
}
function getFlexRestoreJob(client, address, restoreJobId) {
    return client.call(get, { path: { ...address, restoreJobId } });
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ listRestoreJobs),
/* harmony export */   Hm: () => (/* binding */ restoreStateOf),
/* harmony export */   W: () => (/* binding */ createRestoreJob),
/* harmony export */   W7: () => (/* binding */ getRestoreJob),
/* harmony export */   aX: () => (/* binding */ cancelRestoreJob),
/* harmony export */   p1: () => (/* binding */ sampleRestoreJobs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _iso_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6400);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4941);






const flag = zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
    .nullish()
    .transform((value) => value ?? false);
const urls = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
    .nullish()
    .transform((list) => (list ?? []).filter((url) => url !== ''));
const job = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    deliveryType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshotId: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    targetGroupId: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    targetClusterName: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    finishedAt: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalTime */ .kX,
    failed: flag,
    cancelled: flag,
    expired: flag,
    deliveryUrl: urls,
    components: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ downloadUrl: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR })).nullish(),
    expiresAt: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    timestamp: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    pointInTimeUTCSeconds: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI,
    oplogTs: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI,
    oplogInc: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI,
    desiredTimestamp: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ date: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR, time: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI, increment: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalNumber */ .WI })
        .nullish()
        .catch(undefined),
})
    .transform(({ deliveryUrl, components, pointInTimeUTCSeconds, desiredTimestamp, ...rest }) => ({
    ...rest,
    deliveryUrls: allLinks(deliveryUrl, components ?? []),
    pointInTime: pointInTimeUTCSeconds ?? (rest.oplogInc === undefined ? secondsOf(desiredTimestamp) : undefined),
    oplogTs: rest.oplogTs ?? secondsOf(desiredTimestamp),
    oplogInc: rest.oplogInc ?? desiredTimestamp?.increment,
}));
function allLinks(urls, components) {
    const ofShards = components.flatMap(({ downloadUrl }) => downloadUrl || []);
    return ofShards.length < components.length ? [] : [...new Set([...urls, ...ofShards])];
}
function secondsOf(desired) {
    if (desired?.time !== undefined)
        return desired.time;
    const time = (0,_iso_time_js__WEBPACK_IMPORTED_MODULE_3__/* .readTime */ .a)(desired?.date);
    return time === undefined ? undefined : Math.floor(time / 1_000);
}
const ofCluster = 'of cluster "{clusterName}" in project {groupId}';
const VERSION = '2023-01-01';
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs',
    version: VERSION,
    task: `list the restore jobs ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_5__/* .pageOf */ .ZZ)(job),
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs',
    version: VERSION,
    task: `restore a snapshot ${ofCluster}`,
    role: 'Project Backup Recovery Operator» or «Project Backup Manager',
    answer: job,
});
const createDownload = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .operation */ .M)({
    ...create,
    task: `prepare a download of a snapshot ${ofCluster}`,
    role: 'Project Backup Export Operator» or «Project Backup Manager',
});
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
    version: VERSION,
    task: `read the restore job {restoreJobId} ${ofCluster}`,
    role: 'Project Backup Manager',
    answer: job,
});
const cancel = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
    version: VERSION,
    task: `cancel the restore job {restoreJobId} ${ofCluster}`,
    role: 'Project Backup Export Operator» or «Project Backup Manager',
    answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
function listRestoreJobs(client, address) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_5__/* .listAll */ ._w)(client, list, { path: address });
}
async function sampleRestoreJobs(client, address) {
    await (0,_pagination_js__WEBPACK_IMPORTED_MODULE_5__/* .listFirst */ .rL)(client, list, { path: address, atMost: 1 });
}
function createRestoreJob(client, address, { body, onSend }) {
    const asked = body.deliveryType === 'download' ? createDownload : create;
    return client.call(asked, { path: address, body, onSend });
}
function getRestoreJob(client, address, restoreJobId) {
    return client.call(get, { path: { ...address, restoreJobId } });
}
async function cancelRestoreJob(client, address, restoreJobId) {
    try {
        await client.call(cancel, { path: { ...address, restoreJobId } });
        return true;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL && error.code === 'RESTORE_JOB_NOT_FOUND')
            return false;
        throw error;
    }
}
function restoreStateOf(job) {
    if (job.failed)
        return 'failed';
    if (job.cancelled)
        return 'cancelled';
    if (job.expired)
        return 'expired';
    if (job.deliveryType === 'download' && job.deliveryUrls.length > 0)
        return 'downloadable';
    return job.finishedAt === undefined ? 'underway' : 'finished';
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


/***/ })

};
