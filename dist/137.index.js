export const id = 137;
export const ids = [137];
export const modules = {

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ CLOSE_AGAIN),
/* harmony export */   a: () => (/* binding */ closeProject)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9687);


/** Milliseconds between two tries to delete a project that lags. */
const CLOSE_AGAIN = 15_000;
/** What Atlas says of a project that is gone, to credentials of the organization and to those of the project. */
const unknownProject = new Set(['GROUP_NOT_FOUND', 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP']);
/** Asks once. Atlas may lag, or the project may not be empty: peerings, private endpoints, backups that somebody has added. */
async function closeProject(client, { id }) {
    try {
        await (0,_src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_1__/* .deleteProject */ .xx)(client, id);
        // Read back: only what Atlas does not know any more is gone.
        await (0,_src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_1__/* .getProject */ .U1)(client, id);
        return 'lags';
    }
    catch (error) {
        if (!(error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL))
            throw error;
        if (unknownProject.has(error.code ?? ''))
            return 'gone';
        if (!error.code?.startsWith('CANNOT_CLOSE_GROUP_'))
            throw error;
        if (error.code === 'CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS')
            return 'lags';
        return { why: `it is not empty. ${error.facts}` };
    }
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

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writePreviewComment)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

/**
 * Keeps the pull request's comment about its environment up to date. A comment is a courtesy: where the token may not, or
 * GitHub fails, the step goes on with a notice.
 */
async function writePreviewComment({ job, github, log }, { token, projectId, environment, title, facts, }) {
    if (job.pullRequest === undefined) {
        log.notice('There is no comment to write: this run is not for a pull request.');
        return;
    }
    const rows = facts.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${verbatim(value)} |`] : []));
    const body = [titleOf(title, environment), '', '| | |', '| --- | --- |', ...rows].join('\n');
    try {
        const marker = `atlas-preview:${projectId}:${environment}`;
        const { outcome, reason } = await github.upsertComment({ token, issueNumber: job.pullRequest, marker, body });
        if (outcome === 'skipped')
            log.notice(`The comment was not written: ${reason}`);
    }
    catch (error) {
        log.notice(`The comment was not written: ${(0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}
/**
 * Names are foreign text: nothing of them may become markup, a mention or a link. GitHub looks for mentions, issues and
 * commits after it has decoded entities, but never within code.
 */
function verbatim(text) {
    return `<code>${cell(text)}</code>`;
}
/** Keeps a text in its cell, and Markdown from reading it. */
function cell(text) {
    return text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>|#@&!:]/g, (character) => `&#${character.codePointAt(0)};`);
}
/** Words of ours around the environment's name, which is foreign. */
function titleOf([before, after], environment) {
    return `**${cell(before)} ${verbatim(environment)}${after && ` ${cell(after)}`}**`;
}


/***/ }),

/***/ 2127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guestsOf)
/* harmony export */ });
/* harmony import */ var _src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5839);

/** Users and access entries that keep a project from going, in words. An address that jobs have opened for themselves goes along. */
function guestsOf({ users, entries }, { isOurs, now }) {
    return [
        ...users.filter(({ description }) => !isOurs(description)).map(({ username }) => `user "${username}"`),
        ...entries
            .filter((entry) => !isOurs(entry.comment) && !(0,_src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeased */ .PA)(entry, now))
            .map(({ address }) => `access entry ${address}`),
    ];
}


/***/ }),

/***/ 585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeCluster)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_atlas_cluster_readiness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1106);
/* harmony import */ var _src_atlas_create_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2279);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(741);




/** Asks Atlas to delete a cluster, its termination protection lifted: whether it may go is decided before. */
async function removeCluster(client, groupId, removal) {
    const { cluster, log } = removal;
    const { name, stateName, tier } = cluster;
    if (stateName === 'DELETING') {
        log.info(`Cluster "${name}" is being deleted already.`);
        return;
    }
    try {
        await unprotect(client, groupId, removal);
        const retainBackups = removal.retainBackups && !(0,_src_atlas_cluster_readiness_js__WEBPACK_IMPORTED_MODULE_1__/* .isShared */ .yM)(cluster);
        await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteAnyCluster */ .Mc)(client, { groupId, clusterName: name }, { tier, retainBackups });
        log.info(`Cluster "${name}" is being deleted.`);
    }
    catch (error) {
        // Lifting the protection can meet them, where another run is ahead.
        if (hasCode(error, 'CLUSTER_NOT_FOUND') || hasCode(error, 'CLUSTER_ALREADY_REQUESTED_DELETION'))
            return;
        throw explained(error, removal);
    }
}
async function unprotect(client, groupId, { cluster, log }) {
    const { name, tier, terminationProtection } = cluster;
    if (!terminationProtection)
        return;
    log.info(`Lifting the termination protection of cluster "${name}".`);
    const body = { terminationProtectionEnabled: false };
    await (0,_src_atlas_create_once_js__WEBPACK_IMPORTED_MODULE_2__/* .changeSafely */ .x)(client, () => (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .updateAnyCluster */ .kv)(client, { groupId, clusterName: name }, { tier, body }));
}
/** What the author can do about a refusal to delete a cluster. */
function explained(error, { cluster, retainBackups }) {
    if (!(error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AtlasError */ .qL))
        return error;
    if (error.code === 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED') {
        const hint = `Somebody has just turned the termination protection of "${cluster.name}" on. If it is to go all the same, run the step again.`;
        return new Error(`${error.facts} ${hint}`, { cause: error });
    }
    if (error.code?.includes('COMPLIANCE_POLICY')) {
        const hint = retainBackups
            ? 'Its backups were to be retained already: ask whoever owns the backup compliance policy of the project.'
            : "The project's backup compliance policy does not let the snapshots go with the cluster. Set retain-backups: true; they then stay until they expire.";
        return new Error(`${error.facts} ${hint}`, { cause: error });
    }
    return error;
}
function hasCode(error, code) {
    return error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AtlasError */ .qL && error.code === code;
}


/***/ }),

/***/ 6281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tearDown: () => (/* binding */ tearDown)
});

// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/spec/read.js + 1 modules
var read = __webpack_require__(5160);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
// EXTERNAL MODULE: ./build/actions/preview-comment.js
var preview_comment = __webpack_require__(8892);
// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
// EXTERNAL MODULE: ./build/actions/project-guests.js
var project_guests = __webpack_require__(2127);
;// CONCATENATED MODULE: ./build/actions/teardown/inventory.js








/** Finds all that belongs to an environment: clusters by their tags, users and entries by their marks. */
async function inventoryOfEnvironment(client, groupId, environment) {
    const [clusters, users, entries, project] = await Promise.all([
        (0,any_cluster/* listClustersPatiently */.wd)(client, groupId),
        (0,database_users/* listDatabaseUsers */.Mr)(client, groupId),
        (0,access_list/* listAccessList */.JJ)(client, groupId),
        (0,projects/* getProject */.U1)(client, groupId),
    ]);
    const ownsProject = (0,environment_tags/* ownerOf */.bf)(project.tags, environment) === 'own';
    const isOwn = ownClustersOf(environment, { ownsProject });
    const clustersOfOthers = clusters.filter((cluster) => !isOwn(cluster));
    const ownClusters = clusters.filter(isOwn);
    const isSiblings = (0,environment_tags/* ownerOf */.bf)(project.tags, environment) === 'sibling' && project.tags[environment_tags/* tagNames */.nP.environment] !== undefined;
    // Only who has left something behind clears up after a sibling, which may be about to be made.
    const mayGo = ownsProject || (isSiblings && ownClusters.length > 0);
    return {
        groupId,
        clusters: ownClusters,
        users: users.filter(({ description }) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(description), environment)),
        ...entriesOf(entries, { clusters: clustersOfOthers, environment }),
        project: mayGo ? project : undefined,
        others: [
            // One on its way out shows no tags, and only has to be waited for.
            ...clustersOfOthers.filter(({ stateName }) => stateName !== 'DELETING').map(({ name }) => `"${name}"`),
            ...(0,project_guests/* guestsOf */.R)({ users, entries }, { isOurs: goesAlong(environment, { ownsProject }), now: client.clock.now() }),
        ],
    };
}
/**
 * Whether a user or an entry goes with the project, by its mark: what this suite did not make keeps it. In another
 * environment's project, that environment's things keep it, too.
 */
function goesAlong(environment, { ownsProject }) {
    return (text) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), environment) ||
        (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), { repository: environment.repository }) ||
        (ownsProject && (0,owner_mark/* isMarkedBy */.yS)(text, environment));
}
/** An access list is the whole project's: who came first has made an entry, and the others only use it. */
function entriesOf(entries, { clusters, environment }) {
    const own = entries.filter(({ comment }) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(comment), environment));
    const isShared = clusters.some(({ tags }) => tags[environment_tags/* tagNames */.nP.environment] !== undefined);
    return isShared ? { entries: [], sharedEntries: own } : { entries: own, sharedEntries: [] };
}
/** Atlas allows so many clusters in a project. */
const MOST_CLUSTERS = 25;
/**
 * A cluster on its way out shows no tags: in the environment's own project, or by one of the names that follow from the
 * environment, it is taken as ours and already going.
 */
function ownClustersOf(environment, { ownsProject }) {
    const names = new Set(Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => (0,environment_environment/* clusterNameOf */.T)(environment, ordinal)));
    return ({ name, stateName, tags }) => (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own' || (stateName === 'DELETING' && (ownsProject || names.has(name)));
}
/**
 * Finds one cluster, and the users that reach nothing else and were made by this repository. The users are looked for even
 * where the cluster is gone: an earlier run may have been killed between the two.
 */
async function inventoryOfCluster(client, { groupId, clusterName, repository }) {
    const [cluster, users] = await Promise.all([
        (0,any_cluster/* findCluster */.KG)(client, { groupId, clusterName }),
        (0,database_users/* listDatabaseUsers */.Mr)(client, groupId),
    ]);
    const owners = [
        { repository },
        // Where it is the cluster of an environment after all, its users carry the environment's mark.
        { repository, name: cluster?.tags[environment_tags/* tagNames */.nP.environment] },
    ];
    return {
        groupId,
        clusters: cluster ? [cluster] : [],
        users: users.filter(({ description, scopes }) => owners.some((owner) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(description), owner)) &&
            scopes.length > 0 &&
            scopes.every(({ name, type }) => name === clusterName && type === 'CLUSTER')),
        entries: [],
        sharedEntries: [],
        project: undefined,
        others: [],
    };
}

// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/actions/remove-cluster.js
var remove_cluster = __webpack_require__(585);
// EXTERNAL MODULE: ./build/src/atlas/access-list-writer.js
var access_list_writer = __webpack_require__(2678);
;// CONCATENATED MODULE: ./build/actions/teardown/remove-entries.js

/** Deletes entries as long as they are what they were: another job may have taken one over meanwhile. */
async function removeEntries(client, { groupId, entries }) {
    if (entries.length === 0)
        return;
    const isOurs = ({ address, comment }) => entries.some((entry) => entry.address === address && entry.comment === comment);
    const superfluous = (list) => list.filter(isOurs).map(({ address }) => address);
    await (0,access_list_writer/* deleteSuperfluous */.T4)(client, { groupId, superfluous });
}

// EXTERNAL MODULE: ./build/actions/close-project.js
var close_project = __webpack_require__(8836);
;// CONCATENATED MODULE: ./build/actions/teardown/remove-project.js


/** Why a project of the environment is not deleted; undefined where it is. */
function whyProjectStays({ others }, { deleteProject: withProject, retainBackups, wait }) {
    if (!withProject)
        return 'delete-project is false';
    if (retainBackups)
        return 'retain-backups is true, and the snapshots would go with it';
    if (others.length > 0)
        return `it still has ${others.join(', ')}`;
    if (!wait)
        return 'wait is false, and Atlas deletes it only after its clusters are gone. Run teardown again';
    return undefined;
}
/** Whether it is gone; a project that is not empty stays. */
async function removeProject(client, { project, inventory, options, }) {
    const { id, name } = project;
    const { log } = options;
    const stays = (reason) => {
        log.notice(`Project "${name}" stays: ${reason.replace(/\.$/, '')}.`);
        return false;
    };
    const reason = whyProjectStays(inventory, options);
    if (reason !== undefined)
        return stays(reason);
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, id);
    // Those that are going are waited for below, whosever they were: they show no tags any more.
    const others = clusters.filter(({ stateName }) => stateName !== 'DELETING').map((cluster) => cluster.name);
    if (others.length > 0)
        return stays(`it still has ${others.map((other) => `"${other}"`).join(', ')}`);
    for (;;) {
        const end = await (0,close_project/* closeProject */.a)(client, project);
        if (end === 'gone') {
            log.info(`Project "${name}" has been deleted.`);
            return true;
        }
        if (end !== 'lags')
            return stays(end.why);
        if (client.clock.now() + close_project/* CLOSE_AGAIN */.K > client.deadline.at) {
            throw new Error(`Project "${name}" is still there: Atlas lags behind the end of its last cluster. Run the step again in some minutes, or raise timeout-minutes.`);
        }
        await client.clock.sleep(close_project/* CLOSE_AGAIN */.K, client.signal);
    }
}

;// CONCATENATED MODULE: ./build/actions/teardown/remove.js






/** What would be deleted, in the order in which it is. */
function removalsOf(inventory, options) {
    const { clusters, users, entries, project } = inventory;
    return [
        ...clusters.map(clusterRemoved),
        ...users.map(userRemoved),
        ...entries.map(entryRemoved),
        ...(project && whyProjectStays(inventory, options) === undefined ? [projectRemoved(project)] : []),
    ];
}
/** Refuses, before anything is touched, what teardown must not do. */
function assertRemovable({ clusters, groupId }, { liftsProtection }) {
    for (const cluster of clusters) {
        const { name, stateName, terminationProtection } = cluster;
        if (stateName === 'DELETING' || !terminationProtection || liftsProtection(cluster))
            continue;
        throw new Error(`Cluster "${name}" in project ${groupId} is protected against termination, and this repository did not make it, so nothing was deleted. If it really is to go, turn its termination protection off in Atlas (cluster › Edit Configuration), and run the step again.`);
    }
}
/**
 * Deletes all of it: clusters first, because they cost; then users and entries; the project last, when it is empty. A
 * failure does not keep the rest from going; all failures are told at the end. Resolves to what is gone, or going.
 */
async function removeAll(client, inventory, options) {
    const { groupId, clusters, users, entries, project } = inventory;
    const failures = [];
    const attempt = async (work) => {
        try {
            await work();
            return true;
        }
        catch (error) {
            if (client.signal.aborted)
                throw error;
            // Another run of teardown has taken the whole project away meanwhile.
            if (error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND')
                return true;
            failures.push((0,errors/* messageOf */.bD)(error));
            return false;
        }
    };
    const going = new Set();
    const beginWith = async (cluster) => {
        if (await attempt(() => (0,remove_cluster/* removeCluster */.h)(client, groupId, { ...options, cluster })))
            going.add(cluster);
    };
    await Promise.all(clusters.map(beginWith));
    const staying = new Set(clusters.filter((cluster) => !going.has(cluster)).map(({ name }) => name));
    for (const { username, databaseName, scopes } of users) {
        // A cluster that could not be deleted keeps its users.
        if (scopes.some(({ name }) => staying.has(name)))
            continue;
        await attempt(() => (0,database_users/* deleteDatabaseUser */.At)(client, { groupId, databaseName, username }));
    }
    await attempt(() => removeEntries(client, inventory));
    if (options.wait) {
        const waitFor = (cluster) => attempt(() => (0,cluster_readiness/* waitUntilGone */.Ly)(client, { groupId, clusterName: cluster.name }, cluster));
        await Promise.all([...going].map(waitFor));
    }
    let projectIsGone = false;
    if (project && failures.length === 0) {
        await attempt(async () => {
            projectIsGone = await removeProject(client, { project, inventory, options });
        });
    }
    if (failures.length > 0)
        throw new Error(failureText(failures));
    return [
        ...clusters.map(clusterRemoved),
        ...users.map(userRemoved),
        ...entries.map(entryRemoved),
        ...(project && projectIsGone ? [projectRemoved(project)] : []),
    ];
}
function failureText(failures) {
    if (failures.length === 1)
        return failures.join();
    return ['Not everything could be deleted:', ...failures.map((one) => `- ${one}`)].join('\n');
}
function clusterRemoved({ name }) {
    return { kind: 'cluster', name };
}
function userRemoved({ username }) {
    return { kind: 'user', name: username };
}
function entryRemoved({ address }) {
    return { kind: 'access-list-entry', name: address };
}
function projectRemoved({ name }) {
    return { kind: 'project', name };
}

;// CONCATENATED MODULE: ./build/actions/teardown/main.js












/** Deletes an environment, or a named cluster. What is gone already is success. */
async function tearDown(inputs, context) {
    const startedAt = context.clock.now();
    const clusterName = inputs['cluster-name'];
    const environment = (0,actions_environment/* environmentOf */.p)(context.job, {
        named: inputs.environment,
        namesCluster: clusterName !== undefined,
    });
    if (!environment && clusterName === undefined)
        throw new Error('environment or cluster-name is required: what is to go?');
    const client = (0,atlas_session/* openClient */.My)(inputs, context);
    const inventory = await takeInventory(client, { inputs, environment, context });
    const options = {
        retainBackups: inputs['retain-backups'],
        deleteProject: inputs['delete-project'],
        wait: inputs.wait,
        liftsProtection: ({ tags }) => tags[environment_tags/* tagNames */.nP.repository]?.toLowerCase() === (0,environment_environment/* repositoryTag */.B1)(context.job.repository).toLowerCase(),
        log: context.log,
    };
    if (inventory)
        assertRemovable(inventory, options);
    const removals = inventory ? removalsOf(inventory, options) : [];
    const what = environment ? `environment ${environment.name}` : `cluster ${clusterName}`;
    if (inventory)
        tellOfShared(inventory, context);
    for (const { kind, name } of removals)
        context.log.info(`- ${kind} ${name}`);
    if (removals.length === 0)
        context.log.info(`There is nothing of ${what}: gone already, or never made.`);
    const done = (outcome, gone) => result({ outcome, what, removals: gone, took: context.clock.now() - startedAt });
    if (inputs['dry-run'])
        return done('planned', removals);
    if (!inventory || (removals.length === 0 && !inventory.project))
        return done('absent', []);
    context.underway(`What Atlas has begun to delete of ${what} goes on; run the step again to finish it.`);
    const removed = await removeAll(client, inventory, options);
    context.underway(undefined);
    if (removed.length === 0)
        return done('absent', []);
    if (inputs.comment && environment) {
        await (0,preview_comment/* writePreviewComment */.P)(context, {
            token: inputs['github-token'] ?? '',
            projectId: inventory.groupId,
            environment: environment.name,
            title: ['Atlas environment', 'is gone'],
            facts: removed.map(({ kind, name }) => [kind, name]),
        });
    }
    return done('deleted', removed);
}
/** Those that expire need no word in bold; a permanent one is left for good. */
function tellOfShared({ sharedEntries }, { log }) {
    for (const { address, expiresAt } of sharedEntries) {
        const stays = `Access entry ${address} stays: other environments of the project may need it`;
        if (expiresAt !== undefined)
            log.info(`${stays}. Atlas deletes it at ${(0,iso_time/* isoTime */.L)(expiresAt)}.`);
        else
            log.notice(`${stays}, and it is permanent. Remove it in Atlas when they are gone.`);
    }
}
async function takeInventory(client, { inputs, environment, context }) {
    const name = inputs['project-name'] ?? '';
    const wanted = inputs['project-id'] === undefined ? { name, organization: undefined, tags: {} } : { id: inputs['project-id'] };
    const project = await (0,read/* findProject */.t)(client, wanted);
    if (!project) {
        context.log.notice(`There is no project "${name}" (any more): nothing was deleted. If it should be there, check project-name.`);
        return undefined;
    }
    const groupId = project.id;
    const clusterName = inputs['cluster-name'] ?? '';
    try {
        return environment
            ? await inventoryOfEnvironment(client, groupId, environment)
            : await inventoryOfCluster(client, { groupId, clusterName, repository: context.job.repository });
    }
    catch (error) {
        // With its project everything is gone, too: an earlier run may have come that far.
        if (error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND') {
            context.log.notice(`There is no project ${groupId} (any more): nothing was deleted. If it should be there, check project-id.`);
            return undefined;
        }
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address: { groupId, clusterName }, explanations: explain/* unknownNames */.be });
    }
}
function result({ outcome, what, removals, took, }) {
    return {
        outputs: { outcome, deleted: removals },
        summary: {
            title: `Teardown of ${what}: ${outcome}`,
            facts: [...removals.map(({ kind, name }) => [kind, name]), ['The step took', (0,format/* formatDuration */.a3)(took)]],
        },
    };
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

/***/ 5160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ findProject),
  u: () => (/* binding */ readState)
});

// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/spec/user-kinds.js
var user_kinds = __webpack_require__(3108);
;// CONCATENATED MODULE: ./build/src/spec/read-actual.js


/** A cluster of Atlas as a plan compares it. */
function actualCluster(cluster) {
    const { stateName, backupEnabled, pitEnabled, regions, ...rest } = cluster;
    return {
        ...rest,
        state: stateName,
        backup: backupEnabled,
        pointInTime: pitEnabled,
        regions: regions.filter(({ provider, region }) => provider !== 'unknown' && region !== 'unknown'),
    };
}
/** A database user of Atlas as a plan compares it; `password` is what the caller knows of it. */
function actualUser(user, password = 'unknown') {
    return {
        username: user.username,
        database: user.databaseName,
        kind: kindOf(user),
        roles: user.roles.map(({ roleName, databaseName, collectionName }) => ({
            role: roleName,
            database: databaseName,
            collection: collectionName,
        })),
        clusters: user.scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name),
        description: user.description,
        expiresAt: (0,iso_time/* readTime */.a)(user.deleteAfterDate),
        password,
    };
}
function kindOf(user) {
    const types = { x509Type: user.x509Type, awsIAMType: user.awsIAMType, oidcAuthType: user.oidcAuthType };
    const isPlain = Object.values(types).every((type) => type === 'NONE');
    return user_kinds/* userKinds */.z.find((kind) => {
        const { database, field, value } = user_kinds/* authentication */.j[kind];
        if (database !== user.databaseName)
            return false;
        return field === undefined ? isPlain : types[field] === value;
    });
}

;// CONCATENATED MODULE: ./build/src/spec/read.js







/** Finds a project; one by id costs no request, because the next one tells if it is not there. */
async function findProject(client, project) {
    if ('id' in project)
        return { id: project.id, name: project.id, tags: {} };
    try {
        return await (0,projects/* getProjectByName */.QM)(client, project.name);
    }
    catch (error) {
        const codes = ['GROUP_NAME_NOT_FOUND', 'GROUP_NOT_FOUND'];
        if (error instanceof errors/* AtlasError */.qL && error.code !== undefined && codes.includes(error.code))
            return undefined;
        throw error;
    }
}
/** Reads all that the spec names, and nothing else: one request each, side by side (and the project's clusters where a user names others). */
async function readState(client, desired, { project, comparePassword }) {
    const readAt = client.clock.now();
    if (!project) {
        const state = { project, clusters: [], users: [], accessList: [], clusterNames: [] };
        return { state, clusters: new Map(), readAt };
    }
    const groupId = project.id;
    const [clusters, users, accessList, clusterNames] = await Promise.all([
        Promise.all(desired.clusters.map(({ name, tier }) => (0,any_cluster/* findCluster */.KG)(client, { groupId, clusterName: name }, tier))),
        Promise.all(desired.users.map((user) => readUser(client, groupId, user))),
        desired.accessList.length > 0 ? (0,access_list/* listAccessList */.JJ)(client, groupId) : [],
        namesFurtherClusters(desired) ? namesInProject(client, groupId) : undefined,
    ]);
    const found = clusters.filter((cluster) => cluster !== undefined);
    return {
        state: {
            project,
            clusters: found.map(actualCluster),
            users: users.flatMap(({ user, existing }) => {
                if (!existing)
                    return [];
                return [actualUser(existing, comparePassword(user, existing))];
            }),
            accessList,
            clusterNames,
        },
        clusters: new Map(found.map((cluster) => [cluster.name, cluster])),
        readAt,
    };
}
/** Users may be for clusters that the spec does not have; then these must be in the project. */
function namesFurtherClusters({ clusters, users }) {
    const names = new Set(clusters.map(({ name }) => name));
    return users.some((user) => user.clusters?.some((name) => !names.has(name)));
}
async function namesInProject(client, groupId) {
    return (await (0,any_cluster/* listClustersPatiently */.wd)(client, groupId)).map(({ name }) => name);
}
async function readUser(client, groupId, user) {
    const { database: databaseName } = user_kinds/* authentication */.j[user.kind];
    return { user, existing: await (0,database_users/* findDatabaseUser */.mG)(client, { groupId, databaseName, username: user.username }) };
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
