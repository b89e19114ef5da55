export const id = 340;
export const ids = [340];
export const modules = {

/***/ 5364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   cG: () => (/* binding */ hasBackups),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   os: () => (/* binding */ findSubject),
/* harmony export */   wv: () => (/* binding */ isBackupOff)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_atlas_clusters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(741);
/* harmony import */ var _listed_snapshots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5159);




async function findSubject(client, address) {
    try {
        return { address, cluster: await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .getAnyCluster */ .Nn)(client, address), isDeleted: false };
    }
    catch (error) {
        if (!(error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AtlasError */ .qL && error.code === 'CLUSTER_NOT_FOUND'))
            throw error;
        const cluster = await (0,_src_atlas_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .findClusterOfRetainedBackups */ .sF)(client, address);
        if (!cluster)
            throw error;
        client.log(`Cluster "${address.clusterName}" is deleted; these are the backups that it has left.`);
        return { address, cluster, isDeleted: true };
    }
}
function hasBackups({ tier }) {
    return tier !== 'M0';
}
const backupIsOff = new Set([
    'BACKUP_JOB_NOT_FOUND',
    'BACKUP_CONFIG_NOT_FOUND',
    'PROVIDER_BACKUP_NOT_SUPPORTED',
]);
function isBackupOff(error) {
    return error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AtlasError */ .qL && backupIsOff.has(error.code ?? '');
}
async function snapshotsOf(client, { address, cluster }) {
    try {
        return hasBackups(cluster) ? await (0,_listed_snapshots_js__WEBPACK_IMPORTED_MODULE_3__/* .listAnySnapshots */ .yR)(client, address, cluster) : [];
    }
    catch (error) {
        if (!cluster.backupEnabled && isBackupOff(error))
            return [];
        throw error;
    }
}
function adviceFor({ cluster, isDeleted }) {
    const { name, tier, stateName, paused, backupEnabled } = cluster;
    if (isDeleted)
        return `"${name}" is deleted; its snapshots stay until they expire.`;
    if (tier === 'M0') {
        return `"${name}" is a free cluster (M0), which has no backups. Use mongodump in the workflow, or a dedicated cluster (M10 and above).`;
    }
    if (stateName === 'DELETING')
        return `"${name}" is being deleted.`;
    if (!backupEnabled) {
        return `Cloud backup is off for "${name}". Turn it on: Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup; or backup: true of provision.`;
    }
    if (paused) {
        return `"${name}" is paused: Atlas takes no snapshots of it until it is resumed; those that it has stay until they expire.`;
    }
    if (tier === 'FLEX') {
        return `"${name}" is a Flex cluster: Atlas takes one snapshot a day by itself and keeps the last eight; there are none on demand.`;
    }
    return undefined;
}


/***/ }),

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

/***/ 6661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ getCompliancePolicy)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(949);



const policy = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    state: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    pitEnabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    restoreWindowDays: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI,
})
    .nullish()
    .transform((raw) => raw?.state === undefined
    ? undefined
    : { state: raw.state, pitEnabled: raw.pitEnabled ?? false, restoreWindowDays: raw.restoreWindowDays });
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/backupCompliancePolicy',
    version: '2023-10-01',
    task: 'read the backup compliance policy of project {groupId}',
    role: 'Project Owner',
    answer: policy,
});
function getCompliancePolicy(client, groupId) {
    return client.call(get, { path: { groupId } });
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
