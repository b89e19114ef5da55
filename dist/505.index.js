export const id = 505;
export const ids = [505];
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

/***/ 1106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ waitUntilSettled),
/* harmony export */   JE: () => (/* binding */ waitUntilApplied),
/* harmony export */   Ly: () => (/* binding */ waitUntilGone),
/* harmony export */   Ml: () => (/* binding */ readOrFail),
/* harmony export */   OG: () => (/* binding */ waitUntilAllGone),
/* harmony export */   U2: () => (/* binding */ ClusterUnusable),
/* harmony export */   yM: () => (/* binding */ isShared),
/* harmony export */   yb: () => (/* binding */ waitUntilIdle)
/* harmony export */ });
/* harmony import */ var _any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _clusters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(741);
/* harmony import */ var _object_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(602);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8878);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8396);
/* harmony import */ var _timings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1870);
/* harmony import */ var _vanishing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2376);








class ClusterUnusable extends Error {
    name = 'ClusterUnusable';
}
async function waitUntilIdle(client, address, options) {
    const { cluster, onState } = options;
    const isUsable = (state) => isIdle(state, address) && state.connectionStrings.standardSrv !== undefined;
    if (isUsable(cluster))
        return cluster;
    const isNew = cluster.stateName === 'CREATING';
    return await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: (0,_vanishing_js__WEBPACK_IMPORTED_MODULE_5__/* .believingThe404OnlyTwice */ .X)({
            read: () => (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .getAnyCluster */ .Nn)(client, address, cluster.tier),
            known: cluster,
            vanished: () => new ClusterUnusable(goneMeanwhile(address)),
        }),
        done: isUsable,
        schedule: isNew ? creationSchedule(cluster) : updateSchedule,
        since: isNew ? (0,_object_id_js__WEBPACK_IMPORTED_MODULE_6__/* .begunAt */ .H)(cluster, client) : client.clock.now(),
        what: `Cluster "${address.clusterName}" in project ${address.groupId}`,
        ...(onState && { onState }),
    });
}
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
async function waitUntilSettled(client, address, { cluster, since, onState }) {
    const left = Math.min(since + SETTLES_IN, client.deadline.at) - client.clock.now();
    if (left <= 0 && cluster.stateName === 'IDLE')
        return cluster;
    if (left > 0) {
        client.log(`Atlas does not say when a Flex cluster knows its users; giving it ${Math.ceil(left / 1_000)} s.`);
        await client.clock.sleep(left, client.signal);
    }
    const settled = await readOrFail(client, address, cluster.tier);
    return await waitUntilIdle(client, address, { cluster: settled, ...(onState && { onState }) });
}
const SETTLES_IN = 20_000;
async function waitUntilGone(client, address, cluster) {
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .w)(client, {
        read: () => (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, address, cluster.tier),
        done: (state) => state === undefined || state.id !== cluster.id,
        schedule: isShared(cluster) ? deletionSchedules.shared : deletionSchedules.dedicated,
        since: client.clock.now(),
        what: `The deletion of cluster "${address.clusterName}"`,
    });
}
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
const updateSchedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.update);
const applySchedule = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.applyChanges);
const creationSchedules = {
    M0: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createFree),
    FLEX: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createFlex),
    sharded: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createSharded),
    dedicated: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.createDedicated),
};
const deletionSchedules = {
    shared: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.deleteShared),
    dedicated: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduleFor */ .h)(_timings_js__WEBPACK_IMPORTED_MODULE_4__/* .timings */ .E.deleteDedicated),
};
function creationSchedule(cluster) {
    if (cluster.tier === 'M0' || cluster.tier === 'FLEX')
        return creationSchedules[cluster.tier];
    return (0,_clusters_js__WEBPACK_IMPORTED_MODULE_1__/* .isSharded */ .EG)(cluster) ? creationSchedules.sharded : creationSchedules.dedicated;
}
function isShared({ tier }) {
    return tier === 'M0' || tier === 'FLEX';
}
async function readOrFail(client, address, tier) {
    const cluster = await (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, address, tier);
    if (cluster)
        return cluster;
    await client.clock.sleep(LOOK_AGAIN_MS, client.signal);
    const again = await (0,_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, address, tier);
    if (again)
        return again;
    throw new ClusterUnusable(goneMeanwhile(address));
}
const LOOK_AGAIN_MS = 3_000;
function goneMeanwhile({ clusterName, groupId }) {
    return `Cluster "${clusterName}" in project ${groupId} was deleted by somebody else while this step was waiting for it.`;
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
/* harmony export */   Uv: () => (/* binding */ isMissingUser),
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
async function findDatabaseUser(client, address) {
    try {
        return await client.call(get, { path: address });
    }
    catch (error) {
        if (isMissingUser(error))
            return undefined;
        throw error;
    }
}
function listDatabaseUsers(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
function createDatabaseUser(client, groupId, body) {
    return client.call(create, { path: { groupId }, body: { groupId, ...body } });
}
function updateDatabaseUser(client, address, body) {
    return client.call(update, { path: address, body });
}
async function deleteDatabaseUser(client, address, { repeat } = {}) {
    try {
        await client.call(remove, { path: address, repeat });
        return true;
    }
    catch (error) {
        if (isMissingUser(error))
            return false;
        throw error;
    }
}
function isMissingUser(error) {
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


/***/ })

};
