export const id = 139;
export const ids = [139];
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





/** What can be said of names and ids that Atlas does not know, by its code. */
const unknownNames = {
    CLUSTER_NOT_FOUND: nearestClusters,
    GROUP_NOT_FOUND: explainUnknownProject,
    NOT_IN_GROUP: explainUnknownProject,
    USER_CANNOT_ACCESS_GROUP: explainUnknownProject,
};
/**
 * Finds out why Atlas refused, so that the message can name what to write instead. Asks Atlas a little more; whatever that
 * fails with, the first error stays.
 */
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
/** What a project has instead of a cluster that it does not have. */
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
/** A number of bytes as a person says it: "1.58 GB". */
function formatBytes(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
    return `${(bytes / 1_000 ** step).toFixed(step === 0 ? 0 : 2)} ${units[step]}`;
}
/** How old something is, roughly: "25 min", "7 h", "12 days". */
function formatAge(milliseconds) {
    const minutes = Math.max(0, Math.round(milliseconds / 60_000));
    if (minutes < 120)
        return `${minutes} min`;
    const hours = Math.round(minutes / 60);
    return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
/** Milliseconds as a person says them: "2 min 58 s". */
function formatDuration(milliseconds) {
    const seconds = Math.round(milliseconds / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
/** How long something usually takes: "2 min 26 s to 3 min 34 s", in eight of ten cases. */
function formatUsual({ p10, p90 }) {
    return `${formatDuration(p10 * 1_000)} to ${formatDuration(p90 * 1_000)}`;
}
/** A number of things: "1 project", "3 projects". */
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
/* harmony export */   kv: () => (/* binding */ updateAnyCluster),
/* harmony export */   wd: () => (/* binding */ listClustersPatiently)
/* harmony export */ });
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7862);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8456);



/**
 * Reads a cluster of any tier. Flex clusters have an API of their own, and each API names the other one in its refusal;
 * `expectedTier` says which to ask first.
 */
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
/** Reads a cluster of any tier; undefined where there is none. */
async function findCluster(client, address, expectedTier) {
    try {
        return await getAnyCluster(client, address, expectedTier);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
/** All clusters of a project, of every tier. */
async function listAllClusters(client, groupId) {
    const lists = await Promise.all([(0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .listClusters */ .Ug)(client, groupId), (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .listFlexClusters */ .lW)(client, groupId)]);
    return lists.flat();
}
/** Milliseconds, and how often: Atlas has been seen to fail a list because a cluster vanished while it was listed. */
const LIST_AGAIN = 3_000;
const LISTINGS = 4;
/** Lists the clusters of a project in which some may just be being deleted. */
async function listClustersPatiently(client, groupId) {
    for (let listing = 1;; listing++) {
        try {
            return await listAllClusters(client, groupId);
        }
        catch (error) {
            const vanished = isMissing(error) && listing < LISTINGS;
            if (!vanished)
                throw error;
            client.log('A cluster has vanished while Atlas listed the clusters; listing again.');
            await client.clock.sleep(LIST_AGAIN, client.signal);
        }
    }
}
/** Asks for a new cluster in the API of its tier. */
function createAnyCluster(client, groupId, { tier, body }) {
    return tier === 'FLEX' ? (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .createFlexCluster */ .IR)(client, groupId, body) : (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .createCluster */ .Xn)(client, groupId, body);
}
/** Changes a cluster in the API of its tier. */
function updateAnyCluster(client, address, { tier, body }) {
    return tier === 'FLEX' ? (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .updateFlexCluster */ .bS)(client, address, body) : (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .updateCluster */ .Aq)(client, address, body);
}
/** Asks Atlas to delete a cluster in the API of its tier. Already gone, or already going, is success. */
async function deleteAnyCluster(client, address, { tier, retainBackups }) {
    try {
        if (tier === 'FLEX')
            await (0,_flex_clusters_js__WEBPACK_IMPORTED_MODULE_2__/* .deleteFlexCluster */ .rL)(client, address);
        else
            await (0,_clusters_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteCluster */ .eO)(client, address, { retainBackups });
    }
    catch (error) {
        const isGoing = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'CLUSTER_ALREADY_REQUESTED_DELETION';
        if (!isMissing(error) && !isGoing)
            throw error;
    }
}
function isMissing(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'CLUSTER_NOT_FOUND';
}
function isOfOtherApi(error) {
    return (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL &&
        (error.code === 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API' ||
            error.code === 'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API'));
}


/***/ }),

/***/ 1106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ waitUntilSettled),
/* harmony export */   JE: () => (/* binding */ waitUntilApplied),
/* harmony export */   Ly: () => (/* binding */ waitUntilGone),
/* harmony export */   Ml: () => (/* binding */ readOrFail),
/* harmony export */   OG: () => (/* binding */ waitUntilAllGone),
/* harmony export */   yM: () => (/* binding */ isShared),
/* harmony export */   yb: () => (/* binding */ waitUntilIdle)
/* harmony export */ });
/* unused harmony export ClusterUnusable */
/* harmony import */ var _any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(741);
/* harmony import */ var _object_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(602);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8878);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8396);
/* harmony import */ var _timings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1870);







/** The cluster will not become usable by waiting. */
class ClusterUnusable extends Error {
    name = 'ClusterUnusable';
}
/**
 * Waits until a cluster can be used: IDLE, and with the SRV string without which it is of no use; free and Flex clusters can be
 * IDLE without one (notes, section 6). `cluster` is what was read last, so that a usable one costs no request.
 */
async function waitUntilIdle(client, address, options) {
    const { cluster, onState } = options;
    const isUsable = (state) => isIdle(state, address) && state.connectionStrings.standardSrv !== undefined;
    if (isUsable(cluster))
        return cluster;
    const isNew = cluster.stateName === 'CREATING';
    return await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => readOrFail(client, address, cluster.tier),
        done: isUsable,
        schedule: isNew ? creationSchedule(cluster) : updateSchedule,
        since: isNew ? (0,_object_id_js__WEBPACK_IMPORTED_MODULE_5__/* .begunAt */ .H)(cluster, client) : client.clock.now(),
        what: `Cluster "${address.clusterName}" in project ${address.groupId}`,
        ...(onState && { onState }),
    });
}
/** Waits until every change, new database users included, has reached the cluster. */
async function waitUntilApplied(client, address) {
    const isApplied = (status) => status === 'APPLIED';
    if (isApplied(await askAtOnce(client, address)))
        return;
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .getChangeStatus */ .P5)(client, address),
        done: isApplied,
        schedule: applySchedule,
        since: client.clock.now(),
        what: `The roll-out of changes to cluster "${address.clusterName}"`,
    });
}
/** The status, before there is any need to wait; undefined where the question has to be asked again. */
async function askAtOnce(client, address) {
    try {
        return await (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .getChangeStatus */ .P5)(client, address);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .mayPass */ .bg)(error))
            throw error;
        client.log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)} Asking again.`);
        return undefined;
    }
}
/**
 * Waits until a Flex cluster can be expected to know users that were written at `since`: it has no word for that, so it is
 * given the time that they take elsewhere, and must be IDLE afterwards.
 */
async function waitUntilSettled(client, address, { cluster, since, onState }) {
    const left = Math.min(since + SETTLES_IN, client.deadline.at) - client.clock.now();
    if (left > 0) {
        client.log(`Atlas does not say when a Flex cluster knows its users; giving it ${Math.ceil(left / 1_000)} s.`);
        await client.clock.sleep(left, client.signal);
    }
    const settled = await readOrFail(client, address, cluster.tier);
    return await waitUntilIdle(client, address, { cluster: settled, ...(onState && { onState }) });
}
/** Milliseconds. Measured by users: 10 to 20 s (peers, part B, item 5); recorded on a tenant: 20 s (notes, section 6). */
const SETTLES_IN = 20_000;
/** Waits until Atlas no longer knows a cluster. */
async function waitUntilGone(client, address, cluster) {
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, address, cluster.tier),
        done: (state) => state === undefined || state.id !== cluster.id,
        schedule: isShared(cluster) ? deletionSchedules.shared : deletionSchedules.dedicated,
        since: client.clock.now(),
        what: `The deletion of cluster "${address.clusterName}"`,
    });
}
/** The same for several clusters of a project, with one list for all of them. */
async function waitUntilAllGone(client, groupId, clusters) {
    const ids = new Set(clusters.map(({ id }) => id));
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .listClustersPatiently */ .wd)(client, groupId),
        done: (present) => !present.some(({ id }) => ids.has(id)),
        schedule: clusters.every(isShared) ? deletionSchedules.shared : deletionSchedules.dedicated,
        since: client.clock.now(),
        what: `The deletion of ${clusters.map(({ name }) => `"${name}"`).join(', ')} in project ${groupId}`,
    });
}
const updateSchedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.update);
const applySchedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.applyChanges);
const creationSchedules = {
    M0: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createFree),
    FLEX: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createFlex),
    sharded: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createSharded),
    dedicated: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createDedicated),
};
const deletionSchedules = {
    shared: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.deleteShared),
    dedicated: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_6__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.deleteDedicated),
};
function creationSchedule(cluster) {
    if (cluster.tier === 'M0' || cluster.tier === 'FLEX')
        return creationSchedules[cluster.tier];
    return (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .isSharded */ .EG)(cluster) ? creationSchedules.sharded : creationSchedules.dedicated;
}
/** Free and Flex clusters live on machines of others. */
function isShared({ tier }) {
    return tier === 'M0' || tier === 'FLEX';
}
/** Reads a cluster that must be there. */
async function readOrFail(client, address, tier) {
    const cluster = await (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, address, tier);
    if (cluster)
        return cluster;
    throw new ClusterUnusable(`Cluster "${address.clusterName}" in project ${address.groupId} has vanished while it was waited for: somebody deleted it.`);
}
function isIdle({ stateName, paused }, { clusterName }) {
    if (stateName === 'DELETING') {
        throw new ClusterUnusable(`Cluster "${clusterName}" is being deleted by somebody else.`);
    }
    if (paused) {
        throw new ClusterUnusable(`Cluster "${clusterName}" is paused: nothing can connect. Resume it in Atlas first.`);
    }
    return stateName === 'IDLE';
}


/***/ }),

/***/ 6681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ deleteDatabaseUser),
/* harmony export */   Mr: () => (/* binding */ listDatabaseUsers),
/* harmony export */   PO: () => (/* binding */ createDatabaseUser),
/* harmony export */   YW: () => (/* binding */ updateDatabaseUser),
/* harmony export */   mG: () => (/* binding */ findDatabaseUser)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4941);





const none = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .nullish()
    .transform((type) => type ?? 'NONE');
const user = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    username: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    databaseName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    roles: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ roleName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), databaseName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), collectionName: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR }))
        .nullish()
        .transform((roles) => roles ?? []),
    scopes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }))
        .nullish()
        .transform((scopes) => scopes ?? []),
    description: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    deleteAfterDate: _optional_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR,
    x509Type: none,
    awsIAMType: none,
    oidcAuthType: none,
});
const inProject = 'the database user "{username}" of project {groupId}';
const role = 'Project Database Access Admin';
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
    version: '2023-01-01',
    task: `read ${inProject}`,
    role: 'Project Read Only',
    answer: user,
});
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/databaseUsers',
    version: '2023-01-01',
    task: 'list the database users of project {groupId}',
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .pageOf */ .ZZ)(user),
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/databaseUsers',
    version: '2023-01-01',
    task: 'create a database user in project {groupId}',
    role,
    answer: user,
});
const update = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'PATCH',
    path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
    version: '2023-01-01',
    task: `change ${inProject}`,
    role,
    answer: user,
});
const remove = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
    version: '2023-01-01',
    task: `delete ${inProject}`,
    role,
    answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
});
/** Reads a user; undefined where there is none. */
async function findDatabaseUser(client, address) {
    try {
        return await client.call(get, { path: address });
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
/** All database users of a project. */
function listDatabaseUsers(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
/** Creates a user. The answer may be lost although it is made: look before asking again. */
function createDatabaseUser(client, groupId, body) {
    return client.call(create, { path: { groupId }, body: { groupId, ...body } });
}
/** Changes a user; name, database and kind stay. Sending the same change twice does no harm. */
function updateDatabaseUser(client, address, body) {
    return client.call(update, { path: address, body });
}
/** Deletes a user; already gone is success. Resolves to whether there was one. */
async function deleteDatabaseUser(client, address) {
    try {
        await client.call(remove, { path: address });
        return true;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
/** The wire uses both codes. */
function isMissing(error) {
    return (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL &&
        error.status === 404 &&
        (error.code === 'USERNAME_NOT_FOUND' || error.code === 'USER_NOT_FOUND'));
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
/* harmony import */ var _cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1118);
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
    connectionStrings: _cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionStrings */ .V,
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
/** All Flex clusters of a project. */
function listFlexClusters(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
/** Reads a Flex cluster; any other is an AtlasError with CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API. */
function getFlexCluster(client, address) {
    return client.call(get, { path: address });
}
/** Asks for a new Flex cluster. The answer may be lost although it is made: look before asking again. */
function createFlexCluster(client, groupId, body) {
    return client.call(create, { path: { groupId }, body });
}
/** Changes tags or termination protection, the only fields that a Flex cluster lets change. */
function updateFlexCluster(client, address, body) {
    return client.call(update, { path: address, body });
}
/** Asks Atlas to delete a Flex cluster. */
async function deleteFlexCluster(client, address) {
    await client.call(remove, { path: address });
}


/***/ }),

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ nearestNames)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

/** The names most like the one that was given, best first, without those that have little in common with it. */
function nearestNames(given, known, most = 3) {
    const wanted = given.toLowerCase();
    return known
        .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
        .filter(({ name, distance: far }) => far <= Math.max(2, Math.ceil(Math.max(given.length, name.length) / 2)))
        .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
        .slice(0, most)
        .map(({ name }) => name);
}
/** A name that contains the other is as near as a typing error. */
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
/** When something was asked for, by Atlas's clock: an ObjectId begins with that time, to the second. Undefined for any other id. */
function requestedAt({ id }) {
    return /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1_000 : undefined;
}
/** When something was asked for, by the local clock, and never later than now: an earlier, killed run may have begun it. */
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

/** Milliseconds before the deadline at which the last read is begun. */
const LAST_READ = 1_000;
/** Failed reads in a row that a poll survives; each of them has been retried by the client already. */
const FAILURES_IN_A_ROW = 5;
/** The one polling loop: waits as the schedule says, reads, until done, refused for good, cancelled or out of time. */
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
/** Polls before the earliest known end: enough to see a failure early, and none where there is hardly time for one. */
const EARLY_POLLS = 4;
const EARLY_INTERVAL = 10;
/** Mean seconds between the end and the poll that sees it: a little less than a poll every 4 s has, at fewer requests. */
const DELAY = 1.7;
/** Seconds between polls, at the least and, once a duration is beyond everything known, at the most. */
const SHORTEST = 1;
const LONGEST = 30;
/**
 * Makes a poll schedule from how long things really take: sparse before the earliest known end, dense around the median,
 * proportional after everything known.
 *
 * With S(t) the chance that it still runs at t and f(t) the density of its end, polling at intervals h costs S/h polls and
 * f·h/2 of delay a second. For any mean delay the polls are fewest at h = w·√(S/f), whose mean delay is w/2·∫√(S·f); that gives w.
 */
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
/** The five numbers of a distribution as four stretches; those of no length are left out. */
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
/** ∫√(S·f) over a stretch, in which S falls evenly. */
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
/**
 * Measured on about 53,000 recorded answers of Atlas's development environment, 2025-03 to 2026-08 (timings.json of the
 * contract). Upper bounds by up to one poll of the recorder, a few seconds. Where nothing was measured it says so.
 */
const timings = {
    /** From POST to `completed`, 222 samples. */
    onDemandSnapshot: { min: 99, p10: 146, median: 178, p90: 214, max: 527 },
    /** From POST to `finishedAt`, 73 samples; and from POST to the link of a download, 73 samples. */
    restore: { min: 187, p10: 200, median: 230, p90: 280, max: 316 },
    download: { min: 154, p10: 170, median: 187, p90: 255, max: 436 },
    /** From the time that a Flex restore is scheduled for to its end, 148 samples. */
    restoreFlex: { min: 50, p10: 56, median: 59, p90: 75, max: 110 },
    /** A restore of databases or collections. Not measured: grows with the data, and may take longer than a whole restore. */
    restoreCollections: { min: 10, p10: 30, median: 120, p90: 900, max: 3_600 },
    /** From POST to the first IDLE, 189, 82, 1,021 and 130 samples. */
    createFree: { min: 4, p10: 4, median: 8, p90: 26, max: 228 },
    createFlex: { min: 6, p10: 7, median: 8, p90: 27, max: 231 },
    createDedicated: { min: 406, p10: 468, median: 559, p90: 852, max: 7_269 },
    createSharded: { min: 496, p10: 597, median: 802, p90: 1_377, max: 1_895 },
    /** From DELETE to 404, 301 and 248 samples. */
    deleteDedicated: { min: 80, p10: 111, median: 166, p90: 209, max: 2_171 },
    deleteShared: { min: 4, p10: 9, median: 35, p90: 82, max: 533 },
    /** A change of an existing cluster. Not measured: from tags (seconds) to a larger tier (many minutes). */
    update: { min: 3, p10: 8, median: 40, p90: 600, max: 2_400 },
    /** Until a new database user can log in. Not measured; users report 10 to 60 s (peers, part B, item 5). */
    applyChanges: { min: 2, p10: 4, median: 12, p90: 45, max: 120 },
    /** Until an access list entry is active. Not measured; some seconds to minutes. */
    activateEntry: { min: 1, p10: 3, median: 10, p90: 60, max: 180 },
};


/***/ }),

/***/ 1450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   dt: () => (/* binding */ ownershipTags),
/* harmony export */   nP: () => (/* binding */ tagNames),
/* harmony export */   p1: () => (/* binding */ expiryOf),
/* harmony export */   wO: () => (/* binding */ taggedEnvironment)
/* harmony export */ });
/* unused harmony export formatExpiry */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8018);

/** Tags of the suite on what it creates. */
const tagNames = {
    repository: 'gha-repository',
    environment: 'gha-environment',
    runId: 'gha-run-id',
    expiresAt: 'gha-expires-at',
};
/** The tags that say who owns a cluster or a project; they stand in the request that creates it. */
function ownershipTags({ repository, runId, environment, expiresAt }) {
    return {
        [tagNames.repository]: (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryTag */ .B1)(repository),
        ...(environment && { [tagNames.environment]: (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentTag */ .ab)(environment) }),
        [tagNames.runId]: runId,
        ...(expiresAt !== undefined && { [tagNames.expiresAt]: formatExpiry(expiresAt) }),
    };
}
/** Reads whose environment something belongs to, whoever that is; undefined where it belongs to none. */
function taggedEnvironment(tags) {
    const [, owner, name] = tags[tagNames.repository]?.match(/^([\w-]+);(?!\.{1,2}$)([\w.-]+)$/) ?? [];
    const tag = tags[tagNames.environment];
    return owner !== undefined && name !== undefined && tag ? { repository: `${owner}/${name}`, tag } : undefined;
}
/** Reads the owner from tags. A cluster that is DELETING shows none: ask for its state first. */
function ownerOf(tags, environment) {
    const repository = tags[tagNames.repository];
    if (repository === undefined)
        return 'foreign';
    if (repository.toLowerCase() !== (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryTag */ .B1)(environment.repository).toLowerCase())
        return 'other-repository';
    return tags[tagNames.environment] === (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentTag */ .ab)(environment) ? 'own' : 'sibling';
}
/** Writes a time as a tag value: `20261121T214300Z`, because tags know no colon. */
function formatExpiry(milliseconds) {
    return new Date(milliseconds).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}
/** Reads the expiry of tags; undefined where there is none or it cannot be read, which is never a reason to delete. */
function expiryOf(tags) {
    const [, year, month, day, hour, minute, second] = tags[tagNames.expiresAt]?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/) ?? [];
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    // Date.parse takes 30 February for 2 March; what does not read back as it is written is not a time.
    return !Number.isNaN(time) && formatExpiry(time) === tags[tagNames.expiresAt] ? time : undefined;
}


/***/ })

};
