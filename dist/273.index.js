export const id = 273;
export const ids = [273];
export const modules = {

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ CLOSE_AGAIN),
/* harmony export */   a: () => (/* binding */ closeProject)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9687);


const CLOSE_AGAIN = 15_000;
const unknownProject = new Set(['GROUP_NOT_FOUND', 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP']);
async function closeProject(client, { id }) {
    try {
        await (0,_src_atlas_projects_js__WEBPACK_IMPORTED_MODULE_1__/* .deleteProject */ .xx)(client, id);
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

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writePreviewComment)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1425);


async function writePreviewComment({ job, github, log }, { token, projectId, environment, title, facts, onlyIfThere = false, }) {
    const issueNumber = job.pullRequest ?? (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__.pullRequestOf)(environment);
    if (issueNumber === undefined) {
        log.notice(`No comment was written. ${job.withoutPullRequest} An environment named after one, such as pr-12, would say which it is for.`);
        return;
    }
    const rows = facts.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${verbatim(value)} |`] : []));
    const heading = titleOf(title, environment);
    const body = [heading, '', '| | |', '| --- | --- |', ...rows].join('\n');
    try {
        const { outcome, reason, others } = await github.upsertComment({
            token,
            issueNumber,
            marker: `atlas-preview:${projectId}:${environment}`,
            body,
            isGuess: job.pullRequest === undefined,
            ...(onlyIfThere && { unlessSaid: heading }),
        });
        if (outcome === 'skipped')
            log.notice(`The comment was not written: ${reason}`);
        for (const { author, url } of others ?? []) {
            log.notice(`A comment of another account, ${author}, has the marker of environment ${environment}, too, and may be out of date: ${url}. It was left alone.`);
        }
    }
    catch (error) {
        log.notice(`The comment may be missing or out of date: ${(0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}
function verbatim(text) {
    return `<code>${cell(text)}</code>`;
}
function cell(text) {
    return text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>|#@&!:]/g, (character) => `&#${character.codePointAt(0)};`);
}
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
/* harmony export */   h: () => (/* binding */ removeCluster),
/* harmony export */   i: () => (/* binding */ isProtectionRefusal)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_atlas_cluster_readiness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1106);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(741);



async function removeCluster(client, groupId, removal) {
    const { cluster, log } = removal;
    const { name, stateName, tier } = cluster;
    if (stateName === 'DELETING') {
        log.info(`Cluster "${name}" is being deleted already.`);
        return;
    }
    try {
        const retainBackups = removal.retainBackups && !(0,_src_atlas_cluster_readiness_js__WEBPACK_IMPORTED_MODULE_1__/* .isShared */ .yM)(cluster);
        await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteAnyCluster */ .Mc)(client, { groupId, clusterName: name }, { tier, retainBackups });
        log.info(`Cluster "${name}" is being deleted.`);
    }
    catch (error) {
        throw explained(error, removal);
    }
}
function isProtectionRefusal(error) {
    const cause = error instanceof Error && error.cause instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AtlasError */ .qL ? error.cause : error;
    return cause instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AtlasError */ .qL && cause.code === PROTECTED;
}
const PROTECTED = 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED';
function explained(error, { cluster, retainBackups }) {
    if (!(error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AtlasError */ .qL))
        return error;
    if (error.code === PROTECTED) {
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


/***/ }),

/***/ 4335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ removeEntry)
/* harmony export */ });
/* harmony import */ var _src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2678);

async function removeEntry(client, groupId, { entry, reading }) {
    const { address, comment } = entry;
    const { isTaken } = await (0,_src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .changeEntry */ .df)(client, { groupId, address, reading }, (standing) => {
        const isSame = standing !== undefined && standing.comment === comment;
        return { kind: isSame ? 'goes' : 'stays', isTaken: standing !== undefined && !isSame };
    });
    return isTaken ? { why: 'another job has taken it over meanwhile' } : 'gone';
}


/***/ }),

/***/ 6233:
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
// EXTERNAL MODULE: ./build/src/environment/repository.js
var environment_repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/spec/read.js
var read = __webpack_require__(1201);
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
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
;// CONCATENATED MODULE: ./build/actions/teardown/inventory.js


function emptied(before, readAt) {
    return {
        ...before,
        readAt,
        clusters: [],
        users: [],
        entries: [],
        sharedEntries: [],
        project: undefined,
        others: [],
        retained: [],
        createdAgain: [],
        present: new Set(),
    };
}
function withoutCreatedAgain(clusters, before) {
    const ids = before?.ids ?? new Set(clusters.map(({ id }) => id));
    const tagged = before?.tagged ?? new Set(clusters.filter((one) => one.stateName !== 'DELETING').map(({ id }) => id));
    const isLater = ({ id, stateName }) => !ids.has(id) && stateName !== 'DELETING';
    return {
        clusters: clusters.filter((cluster) => !isLater(cluster)),
        ids,
        tagged,
        createdAgain: clusters.filter(isLater),
    };
}
function isOfEnvironment(environment) {
    return (text) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), environment);
}
function entriesOf(own, { others }) {
    const isShared = others.some(({ stateName, tags }) => stateName === 'DELETING' || tags[environment_tags/* tagNames */.nP.environment] !== undefined);
    return isShared ? { entries: [], sharedEntries: own } : { entries: own, sharedEntries: [] };
}

;// CONCATENATED MODULE: ./build/actions/teardown/look-at-cluster.js







async function lookAtCluster(client, named, before) {
    if (before?.environment)
        return await lookAtLastCluster(client, { ...named, environment: before.environment }, before);
    const readAt = client.clock.now();
    const { groupId, clusterName } = named;
    const users = await (0,database_users/* listDatabaseUsers */.Mr)(client, groupId);
    const cluster = await (0,any_cluster/* findCluster */.KG)(client, { groupId, clusterName });
    const environment = environmentOf(cluster, named);
    if (environment)
        return await lookAtLastCluster(client, { ...named, environment }, before);
    const found = withoutCreatedAgain(cluster ? [cluster] : [], before);
    const isGone = found.createdAgain.length === 0;
    return {
        ...nothingMore,
        readAt,
        groupId,
        ...found,
        users: isGone ? users.filter(ofNoOther(named, { cluster })) : [],
        present: new Set(cluster ? [cluster.id] : []),
        environment: undefined,
    };
}
const nothingMore = { entries: [], sharedEntries: [], project: undefined, others: [], retained: [] };
function environmentOf(cluster, { repository }) {
    const environment = (0,environment_tags/* taggedEnvironment */.wO)(cluster?.tags ?? {});
    return environment && (0,environment_repository/* isSameRepository */.ve)(environment, repository) ? environment : undefined;
}
function ofNoOther({ clusterName, repository }, { cluster, environment }) {
    const isOurs = (text) => {
        if ((0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), repository) || (environment && isOfEnvironment(environment)(text)))
            return true;
        const marked = cluster && cluster.stateName !== 'DELETING' ? undefined : (0,owner_mark/* markedEnvironment */.Q0)(text, repository);
        return marked !== undefined && (0,environment_repository/* isSameRepository */.ve)(marked, repository);
    };
    return ({ description, scopes }) => isOurs(description) &&
        scopes.length > 0 &&
        scopes.every(({ name, type }) => name === clusterName && type === 'CLUSTER');
}
async function lookAtLastCluster(client, named, before) {
    const { groupId, clusterName, repository, environment } = named;
    const readAt = client.clock.now();
    const [users, entries] = await Promise.all([(0,database_users/* listDatabaseUsers */.Mr)(client, groupId), (0,access_list/* listAccessList */.JJ)(client, groupId)]);
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, groupId);
    const cluster = clusters.find(({ name }) => name === clusterName);
    const found = withoutCreatedAgain(cluster ? [cluster] : [], before);
    const others = clusters.filter((one) => !found.clusters.includes(one));
    const isLast = !others.some(({ tags }) => {
        const other = (0,environment_tags/* taggedEnvironment */.wO)(tags);
        return other?.tag === environment.tag && (0,environment_repository/* isSameRepository */.ve)(other, repository);
    });
    const isMarked = isOfEnvironment(environment);
    const isGone = found.createdAgain.length === 0;
    const goes = (user) => ofNoOther(named, { cluster, environment })(user) || (isLast && isMarked(user.description));
    const own = isLast ? entries.filter(({ comment }) => isMarked(comment)) : [];
    return {
        ...nothingMore,
        readAt,
        groupId,
        ...found,
        users: isGone ? users.filter(goes) : [],
        ...(isGone && entriesOf(own, { others })),
        present: new Set(clusters.map(({ id }) => id)),
        environment,
    };
}

// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var atlas_clusters = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/actions/project-guests.js
var project_guests = __webpack_require__(2127);
;// CONCATENATED MODULE: ./build/actions/teardown/look-at-environment.js











async function lookAtEnvironment(client, { groupId, environment }, before) {
    const readAt = client.clock.now();
    const isProjectOfInterest = before === undefined || before.project !== undefined;
    const [users, entries, project] = await Promise.all([
        (0,database_users/* listDatabaseUsers */.Mr)(client, groupId),
        (0,access_list/* listAccessList */.JJ)(client, groupId),
        isProjectOfInterest ? (0,projects/* getProject */.U1)(client, groupId) : undefined,
    ]);
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, groupId);
    const ownsProject = project !== undefined && (0,environment_tags/* ownerOf */.bf)(project.tags, environment) === 'own';
    const { isOwn, isKnown } = ownershipOf(environment, { ownsProject, before });
    const found = withoutCreatedAgain(clusters.filter(isOwn), before);
    const clustersOfOthers = clusters.filter((cluster) => !isOwn(cluster));
    const closing = closingProject(project, { environment, isFirst: !before, hasClusters: found.clusters.length > 0 });
    const tagged = { ...(0,environment_repository/* repositoryOf */._M)(environment), tag: (0,environment_environment/* environmentTag */.ab)(environment) };
    const isMarked = isOfEnvironment(tagged);
    const isGone = found.createdAgain.length === 0;
    const own = isGone ? entries.filter(({ comment }) => isMarked(comment)) : [];
    return {
        readAt,
        groupId,
        ...found,
        users: isGone ? users.filter(({ description }) => isMarked(description)) : [],
        ...entriesOf(own, { others: clusters.filter((cluster) => !isKnown(cluster)) }),
        project: closing,
        others: [
            ...[...clustersOfOthers, ...found.createdAgain]
                .filter(({ stateName }) => stateName !== 'DELETING')
                .map(({ name }) => `"${name}"`),
            ...(0,project_guests/* guestsOf */.R)({ users, entries }, { isOurs: goesAlong(environment, { ownsProject }), now: client.clock.now() }),
        ],
        retained: closing ? await retainedIn(client, groupId, clusters) : [],
        present: new Set(clusters.map(({ id }) => id)),
        environment: tagged,
    };
}
function closingProject(project, { environment, isFirst, hasClusters }) {
    if (!project)
        return undefined;
    const owner = (0,environment_tags/* ownerOf */.bf)(project.tags, environment);
    const isSiblings = owner === 'sibling' && project.tags[environment_tags/* tagNames */.nP.environment] !== undefined;
    return owner === 'own' || (isSiblings && (!isFirst || hasClusters)) ? project : undefined;
}
async function retainedIn(client, groupId, present) {
    const ids = new Set(present.map(({ id }) => id));
    const clusters = await (0,atlas_clusters/* listWithRetainedBackups */.OQ)(client, groupId);
    return clusters.filter(({ id }) => !ids.has(id)).map(({ name }) => `"${name}"`);
}
function goesAlong(environment, { ownsProject }) {
    return (text) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), environment) ||
        (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), (0,environment_repository/* repositoryOf */._M)(environment)) ||
        (ownsProject && (0,owner_mark/* isMarkedBy */.yS)(text, environment));
}
const MOST_CLUSTERS = 25;
function ownershipOf(environment, { ownsProject, before }) {
    const { repository, name: environmentName } = environment;
    const namings = [environment, { repository, name: environmentName }];
    const names = new Set(Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => namings.map((one) => (0,environment_environment/* clusterNameOf */.T)(one, ordinal))).flat());
    const isKnown = ({ id, name, stateName, tags }) => (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own' ||
        (stateName === 'DELETING' && (names.has(name) || before?.tagged.has(id) === true));
    const isOwn = (cluster) => isKnown(cluster) || (cluster.stateName === 'DELETING' && ownsProject);
    return { isOwn, isKnown };
}

// EXTERNAL MODULE: ./build/src/atlas/last-look.js
var last_look = __webpack_require__(6453);
// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/src/atlas/fresh-look.js
var fresh_look = __webpack_require__(5741);
// EXTERNAL MODULE: ./build/actions/remove-cluster.js
var remove_cluster = __webpack_require__(585);
;// CONCATENATED MODULE: ./build/actions/teardown/protection.js



async function liftProtection(client, groupId, { cluster, log, onLift }) {
    const { name, tier, paused } = cluster;
    const address = { groupId, clusterName: name };
    onLift({ wasPaused: paused });
    try {
        if (paused) {
            log.info(`Resuming cluster "${name}": Atlas lifts the termination protection of a running cluster only.`);
            await (0,any_cluster/* updateAnyCluster */.kv)(client, address, { tier, body: { paused: false } });
        }
        log.info(`Lifting the termination protection of cluster "${name}".`);
        await (0,any_cluster/* updateAnyCluster */.kv)(client, address, { tier, body: { terminationProtectionEnabled: false } });
    }
    catch (error) {
        if (!(await isGoingOrGone(client, groupId, { cluster, error })))
            throw error;
    }
}
async function isGoingOrGone(client, groupId, { cluster: { id, name, tier }, error }) {
    if (!(error instanceof errors/* AtlasError */.qL))
        return false;
    const { code } = error;
    if (code === 'CLUSTER_NOT_FOUND' || code === 'CLUSTER_ALREADY_REQUESTED_DELETION')
        return true;
    if (code !== 'ATLAS_GENERAL_ERROR')
        return false;
    const now = await (0,any_cluster/* findCluster */.KG)(client, { groupId, clusterName: name }, tier);
    return now?.id !== id || now.stateName === 'DELETING';
}
async function protectAgain(client, groupId, { cluster, lifted }) {
    const { id, name, tier } = cluster;
    const address = { groupId, clusterName: name };
    const running = lifted.wasPaused ? ' It was paused, and runs now: pause it again if it is to stay.' : '';
    const renew = async () => {
        const readAt = client.clock.now();
        return { readAt, cluster: await (0,any_cluster/* findCluster */.KG)(client, address, tier) };
    };
    try {
        return await (0,fresh_look/* actOnFreshLook */.l)(client, {
            current: () => undefined,
            renew,
            act: async ({ cluster: now }, guarded) => {
                if (now?.id !== id || now.stateName === 'DELETING')
                    return undefined;
                try {
                    await (0,any_cluster/* updateAnyCluster */.kv)(guarded, address, { tier, body: { terminationProtectionEnabled: true } });
                }
                catch (error) {
                    if (await isGoingOrGone(guarded, groupId, { cluster, error }))
                        return undefined;
                    throw error;
                }
                return `Its termination protection, which was lifted for that, is on again.${running}`;
            },
        });
    }
    catch (error) {
        if (client.signal.aborted)
            throw error;
        return `Its termination protection was lifted for that, and could not be turned on again: turn it on in Atlas (cluster › Edit Configuration). ${(0,errors/* factsOf */.xS)(error)}${running}`;
    }
}

;// CONCATENATED MODULE: ./build/actions/teardown/work.js


async function renew(work) {
    const readAt = work.client.clock.now();
    try {
        work.inventory = work.projectIsGone ? emptied(work.inventory, readAt) : await work.look(work.inventory);
    }
    catch (error) {
        if (!isProjectGone(error))
            throw error;
        work.projectIsGone = true;
        work.inventory = emptied(work.inventory, readAt);
    }
    return work.inventory;
}
async function attempt(work, act) {
    try {
        await act();
        return true;
    }
    catch (error) {
        if (work.client.signal.aborted)
            throw error;
        if (isProjectGone(error))
            return true;
        work.failures.push((0,errors/* messageOf */.bD)(error));
        return false;
    }
}
function isProjectGone(error) {
    return error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND';
}
function record({ client, removed }, key, one) {
    removed.set(key, { one, at: client.clock.now() });
}

;// CONCATENATED MODULE: ./build/actions/teardown/remove-clusters.js






function assertRemovable({ clusters, groupId }, { liftsProtection }) {
    for (const cluster of clusters) {
        const { name, stateName, terminationProtection } = cluster;
        if (stateName === 'DELETING' || !terminationProtection || liftsProtection(cluster))
            continue;
        throw new Error(`Cluster "${name}" in project ${groupId} is protected against termination, and this repository did not make it, so nothing was deleted. If it really is to go, turn its termination protection off in Atlas (cluster › Edit Configuration), and run the step again.`);
    }
}
async function removeClusters(work) {
    let hasAsked = false;
    for (const cluster of work.inventory.clusters) {
        const isGoing = cluster.stateName === 'DELETING';
        if (isGoing && work.going.has(cluster.id))
            continue;
        hasAsked ||= !isGoing;
        await attempt(work, () => removeOne(work, cluster));
    }
    return hasAsked;
}
async function removeOne(work, cluster) {
    const { client, options } = work;
    const { id, name } = cluster;
    const { groupId } = work.inventory;
    let lifted;
    const protection = async () => (lifted ? await protectAgain(client, groupId, { cluster, lifted }) : undefined);
    try {
        const isGoing = await (0,fresh_look/* actOnFreshLook */.l)(client, {
            current: () => work.inventory,
            renew: () => renew(work),
            act: async ({ clusters, present }, guarded) => {
                const now = clusters.find((one) => one.id === id);
                if (!now)
                    return !present.has(id);
                if (now.terminationProtection && now.stateName !== 'DELETING') {
                    assertRemovable({ clusters: [now], groupId }, options);
                    const onLift = ({ wasPaused }) => {
                        lifted = { wasPaused: wasPaused || lifted?.wasPaused === true };
                    };
                    await liftProtection(guarded, groupId, { cluster: now, log: options.log, onLift });
                }
                await (0,remove_cluster/* removeCluster */.h)(guarded, groupId, { ...options, cluster: now });
                return true;
            },
        });
        if (isGoing) {
            work.going.set(id, cluster);
            record(work, `cluster ${id}`, { kind: 'cluster', name });
            return;
        }
    }
    catch (error) {
        if (client.signal.aborted)
            throw error;
        const told = await protection();
        throw told === undefined ? error : new Error(`${(0,errors/* messageOf */.bD)(error)} ${told}`, { cause: error });
    }
    const told = await protection();
    options.log.notice([`Cluster "${name}" stays: it does not carry the tags of the environment any more.`, told].join(' ').trim());
}
async function waitForClusters(work) {
    const { client, options, going, ended, inventory } = work;
    const { groupId } = inventory;
    const due = [...going.values()].filter(({ id }) => !ended.has(id) || inventory.present.has(id));
    if (!options.wait)
        return false;
    await Promise.all(due.map((cluster) => attempt(work, async () => {
        await (0,cluster_readiness/* waitUntilGone */.Ly)(client, { groupId, clusterName: cluster.name }, cluster);
        ended.add(cluster.id);
        options.log.info(`Cluster "${cluster.name}" has been deleted.`);
    })));
    return due.length > 0;
}

// EXTERNAL MODULE: ./build/src/atlas/fresh-reading.js
var fresh_reading = __webpack_require__(4828);
// EXTERNAL MODULE: ./build/actions/remove-entry.js
var remove_entry = __webpack_require__(4335);
;// CONCATENATED MODULE: ./build/actions/teardown/remove-marked.js





async function removeMarked(work) {
    const { client, going, removed } = work;
    const { clusters } = work.inventory;
    const staying = new Set(clusters.filter(({ id }) => !going.has(id)).map(({ name }) => name));
    let lingers = false;
    let hasTried = false;
    for (const { key, clusters: scopes } of markedIn(work.inventory)) {
        if (scopes.some((name) => staying.has(name)))
            continue;
        const before = removed.get(key);
        if (before && client.clock.now() < before.at + fresh_reading/* LAG */.pJ) {
            lingers = true;
            continue;
        }
        hasTried = true;
        await attempt(work, () => remove_marked_removeOne(work, key));
    }
    if (lingers)
        await client.clock.sleep(fresh_reading/* LAG */.pJ, client.signal);
    return hasTried || lingers;
}
async function remove_marked_removeOne(work, key) {
    const { client, options } = work;
    await (0,fresh_look/* actOnFreshLook */.l)(client, {
        current: () => work.inventory,
        renew: () => renew(work),
        act: async (inventory, guarded) => {
            const marked = markedIn(inventory).find((one) => one.key === key);
            if (!marked)
                return;
            const why = await marked.remove(guarded);
            if (why === undefined)
                record(work, key, marked.one);
            options.log.info(`${marked.words} ${why === undefined ? 'has been deleted' : `stays: ${why}`}.`);
        },
    });
}
function markedIn(inventory) {
    const { groupId, users, entries, readAt } = inventory;
    return [
        ...users.map(({ username, databaseName, scopes }) => ({
            key: `user ${databaseName} ${username}`,
            one: { kind: 'user', name: username },
            words: `User "${username}"`,
            clusters: scopes.map(({ name }) => name),
            remove: async (client) => {
                await (0,database_users/* deleteDatabaseUser */.At)(client, { groupId, databaseName, username }, { repeat: 'if-not-executed' });
                return undefined;
            },
        })),
        ...entries.map((entry) => ({
            key: `entry ${entry.address}`,
            one: { kind: 'access-list-entry', name: entry.address },
            words: `Access entry ${entry.address}`,
            clusters: [],
            remove: async (client) => {
                const end = await (0,remove_entry/* removeEntry */.b)(client, groupId, { entry, reading: { entries: [entry], askedAt: readAt } });
                return typeof end === 'object' ? end.why : undefined;
            },
        })),
    ];
}

// EXTERNAL MODULE: ./build/actions/close-project.js
var close_project = __webpack_require__(8836);
;// CONCATENATED MODULE: ./build/actions/teardown/remove-project.js



function whyProjectStays({ others, retained }, { deleteProject: withProject, retainBackups, wait }) {
    if (!withProject)
        return 'delete-project is false';
    if (retainBackups)
        return 'retain-backups is true, and the snapshots would go with it';
    if (others.length > 0)
        return `it still has ${others.join(', ')}`;
    if (retained.length > 0)
        return `it still holds the backups of ${retained.join(', ')}, which would go with it`;
    if (!wait)
        return 'wait is false, and Atlas deletes it only after its clusters are gone. Run teardown again';
    return undefined;
}
async function removeProject(work) {
    const { client, options } = work;
    const { project } = work.inventory;
    if (!project || work.projectIsGone || work.isProjectRefused)
        return false;
    for (;;) {
        const end = await (0,fresh_look/* actOnFreshLook */.l)(client, {
            current: () => work.inventory,
            renew: () => renew(work),
            act: async (inventory, guarded) => {
                const { clusters, users, entries } = inventory;
                const toGo = clusters.filter(({ stateName }) => stateName !== 'DELETING').length + users.length + entries.length;
                if (toGo > 0)
                    return 'look again';
                if (work.projectIsGone)
                    return 'gone';
                const why = inventory.project
                    ? whyProjectStays(inventory, options)
                    : 'it does not carry the tags of the environment any more';
                if (why !== undefined)
                    return { why };
                const closing = await (0,close_project/* closeProject */.a)(guarded, project);
                work.isProjectRefused = typeof closing === 'object';
                return closing;
            },
        });
        if (end === 'look again')
            return true;
        if (end === 'gone') {
            work.projectIsGone = true;
            work.projectStays = undefined;
            record(work, `project ${project.id}`, { kind: 'project', name: project.name });
            options.log.info(`Project "${project.name}" has been deleted.`);
            return false;
        }
        if (end !== 'lags') {
            work.projectStays = end.why;
            return false;
        }
        await waitWhileItLags(work, project.name);
    }
}
async function waitWhileItLags(work, name) {
    const { clock, deadline, signal } = work.client;
    if (clock.now() + close_project/* CLOSE_AGAIN */.K > deadline.at) {
        throw new Error(`Project "${name}" is still there: Atlas lags behind the end of its last cluster. Run the step again in some minutes, or raise timeout-minutes.`);
    }
    await clock.sleep(close_project/* CLOSE_AGAIN */.K, signal);
    await renew(work);
}

;// CONCATENATED MODULE: ./build/actions/teardown/remove.js





function removalsOf(inventory, options) {
    const { clusters, users, entries, project } = inventory;
    const goes = project && whyProjectStays(inventory, options) === undefined;
    return [
        ...clusters.map(({ name }) => ({ kind: 'cluster', name })),
        ...users.map(({ username }) => ({ kind: 'user', name: username })),
        ...entries.map(({ address }) => ({ kind: 'access-list-entry', name: address })),
        ...(goes ? [{ kind: 'project', name: project.name }] : []),
    ];
}
async function removeAll(client, first, { look, options, what }) {
    const work = {
        client,
        options,
        look,
        inventory: first,
        removed: new Map(),
        going: new Map(),
        ended: new Set(),
        failures: [],
        projectStays: undefined,
        isProjectRefused: false,
        projectIsGone: false,
    };
    const read = () => renew(work);
    await (0,last_look/* untilLastLook */.IF)(client, { first, read, settle: () => settle(work), what: `The removal of ${what}` });
    if (work.projectStays !== undefined) {
        options.log.notice(`Project "${first.project?.name}" stays: ${work.projectStays.replace(/\.$/, '')}.`);
    }
    return { removed: [...work.removed.values()].map(({ one }) => one), last: work.inventory };
}
async function settle(work) {
    const hasAsked = await removeClusters(work);
    const hasRemoved = await removeMarked(work);
    const hasWaited = await waitForClusters(work);
    if (work.failures.length > 0)
        throw new Error(failureText(work.failures));
    return hasAsked || hasRemoved || hasWaited || (await removeProject(work));
}
function failureText(failures) {
    if (failures.length === 1)
        return failures.join();
    return ['Not everything could be deleted:', ...failures.map((one) => `- ${one}`)].join('\n');
}

;// CONCATENATED MODULE: ./build/actions/teardown/main.js














async function tearDown(inputs, context) {
    const startedAt = context.clock.now();
    const clusterName = inputs['cluster-name'];
    const environment = (0,actions_environment.environmentOf)(context.job, {
        named: inputs.environment,
        namesCluster: clusterName !== undefined,
    });
    if (!environment && clusterName === undefined) {
        const { withoutPullRequest } = context.job;
        throw new Error(`environment or cluster-name is required: what is to be deleted? ${withoutPullRequest}`);
    }
    const client = (0,atlas_session/* openClient */.My)(inputs, context);
    const found = await takeInventory(client, { inputs, environment, context });
    const options = optionsOf(inputs, context);
    if (found)
        assertRemovable(found.inventory, options);
    const removals = found ? removalsOf(found.inventory, options) : [];
    const what = environment ? `environment ${environment.name}` : `cluster ${clusterName}`;
    for (const { kind, name } of removals)
        context.log.info(`- ${kind} ${name}`);
    if (removals.length === 0)
        context.log.info(`Nothing to delete of ${what}: already deleted or never created.`);
    const done = (outcome, gone) => result({ outcome, what, removals: gone, took: context.clock.now() - startedAt });
    if (found && inputs['dry-run'])
        tellOfShared(found.inventory, context);
    if (inputs['dry-run'])
        return done('planned', removals);
    const tell = commentOn({ inputs, environment, context });
    if (!found) {
        await tell(inputs['project-id'], []);
        return done('absent', []);
    }
    context.underway(`What Atlas has begun to delete of ${what} goes on; run the step again to finish it.`);
    const { removed, last } = await removeAll(client, found.inventory, { look: found.look, options, what });
    context.underway(undefined);
    tellOfShared(last, context);
    tellOfCreatedAgain(last, { what, removed, context });
    if (last.createdAgain.length === 0)
        await tell(last.groupId, removed);
    return done(removed.length === 0 ? 'absent' : 'deleted', removed);
}
function commentOn({ inputs, environment, context }) {
    return async (projectId, removed) => {
        if (!inputs.comment || !environment || projectId === undefined)
            return;
        await (0,preview_comment/* writePreviewComment */.P)(context, {
            token: inputs['github-token'] ?? '',
            projectId,
            environment: environment.name,
            title: ['Atlas environment', 'is gone'],
            facts: [...removed.map(({ kind, name }) => [kind, name]), ['Last run', context.job.runUrl]],
            onlyIfThere: removed.length === 0,
        });
    };
}
function optionsOf(inputs, { job, log }) {
    return {
        retainBackups: inputs['retain-backups'],
        deleteProject: inputs['delete-project'] ?? true,
        wait: inputs.wait,
        liftsProtection: ({ tags }) => (0,environment_tags/* isMadeBy */.P5)(tags, (0,environment_repository/* repositoryOf */._M)(job)),
        log,
    };
}
function tellOfShared({ sharedEntries }, { log }) {
    for (const { address, expiresAt } of sharedEntries) {
        const stays = `Access entry ${address} stays: other environments of the project may need it`;
        if (expiresAt !== undefined)
            log.info(`${stays}. Atlas deletes it at ${(0,iso_time/* isoTime */.L)(expiresAt)}.`);
        else
            log.notice(`${stays}, and it is permanent. Remove it in Atlas when they are gone.`);
    }
}
function tellOfCreatedAgain({ createdAgain }, { what, removed, context }) {
    if (createdAgain.length === 0)
        return;
    const names = createdAgain.map(({ name, id }) => `cluster "${name}" (${id})`).join(', ');
    if (removed.length === 0) {
        throw new Error(`Another run created ${names} while this step looked at ${what}, so nothing was deleted. Run the step again if it is to go; a concurrency group keeps two runs apart.`);
    }
    context.log.notice(`Another run has created ${what} again while this step deleted it: ${names} stays, with its users and access entries. Run the step again if it is to go, too.`);
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
    const repository = (0,environment_repository/* repositoryOf */._M)(context.job);
    const look = (before) => environment
        ? lookAtEnvironment(client, { groupId, environment }, before)
        : lookAtCluster(client, { groupId, clusterName, repository }, before);
    try {
        return { inventory: await look(), look };
    }
    catch (error) {
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

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ actOnFreshLook)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _last_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6453);


const MOST_TRIES = 6;
async function actOnFreshLook(client, { current, renew, act }) {
    const known = current();
    let reading = known && (0,_last_look_js__WEBPACK_IMPORTED_MODULE_1__/* .isFresh */ .pL)(known, client) ? known : await renew();
    for (let tries = 1;; tries++) {
        try {
            return await act(reading, (0,_last_look_js__WEBPACK_IMPORTED_MODULE_1__/* .whileFresh */ .uF)(client, reading));
        }
        catch (error) {
            const isUnsure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveTakenEffect */ .Y2)(error);
            if (client.signal.aborted || tries === MOST_TRIES || !(isUnsure || error instanceof _last_look_js__WEBPACK_IMPORTED_MODULE_1__/* .StaleReading */ .uV))
                throw error;
            if (isUnsure) {
                client.log(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error)} It is not known whether it took effect; looking before anything is sent again.`);
                await client.clock.sleep(pause(tries, client), client.signal);
            }
        }
        reading = await renew();
    }
}
function pause(tries, { random }) {
    return 500 + random() * 500 * 2 ** tries;
}


/***/ }),

/***/ 6296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ actualCluster),
/* harmony export */   u: () => (/* binding */ actualUser)
/* harmony export */ });
/* harmony import */ var _atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6400);
/* harmony import */ var _user_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3108);


function actualCluster(cluster) {
    const { id, name, stateName, paused, tier, edition, clusterType, regions, hardware, tags, raw } = cluster;
    const { mongodbVersion, backupEnabled, pitEnabled, terminationProtection } = cluster;
    return {
        id,
        name,
        state: stateName,
        paused,
        tier,
        edition,
        clusterType,
        regions: regions.filter(isKnown),
        hardware: hardware.every((shard) => shard.regions.every(isKnown)) ? hardware : [],
        mongodbVersion,
        backup: backupEnabled,
        pointInTime: pitEnabled,
        terminationProtection,
        tags,
        raw,
    };
}
function isKnown({ provider, region }) {
    return provider !== 'unknown' && region !== 'unknown';
}
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
        expiresAt: (0,_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_1__/* .readTime */ .a)(user.deleteAfterDate),
        password,
    };
}
function kindOf(user) {
    const types = { x509Type: user.x509Type, awsIAMType: user.awsIAMType, oidcAuthType: user.oidcAuthType };
    const isPlain = Object.values(types).every((type) => type === 'NONE');
    return _user_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .userKinds */ .z.find((kind) => {
        const { database, field, value } = _user_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .authentication */ .j[kind];
        if (database !== user.databaseName)
            return false;
        return field === undefined ? isPlain : types[field] === value;
    });
}


/***/ }),

/***/ 1201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findProject),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _atlas_access_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4432);
/* harmony import */ var _atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2032);
/* harmony import */ var _atlas_database_users_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6681);
/* harmony import */ var _atlas_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(741);
/* harmony import */ var _atlas_projects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9687);
/* harmony import */ var _read_actual_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6296);
/* harmony import */ var _user_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3108);







async function findProject(client, project) {
    if ('id' in project)
        return { id: project.id, name: project.id, tags: {} };
    try {
        return await (0,_atlas_projects_js__WEBPACK_IMPORTED_MODULE_4__/* .getProjectByName */ .QM)(client, project.name);
    }
    catch (error) {
        const codes = ['GROUP_NAME_NOT_FOUND', 'GROUP_NOT_FOUND'];
        if (error instanceof _atlas_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .AtlasError */ .qL && error.code !== undefined && codes.includes(error.code))
            return undefined;
        throw error;
    }
}
async function readState(client, desired, project) {
    const readAt = client.clock.now();
    if (!project) {
        const state = { project, clusters: [], users: [], accessList: [], clusterNames: [] };
        return { state, clusters: new Map(), users: [], readAt };
    }
    const groupId = project.id;
    const [clusters, users, accessList, clusterNames] = await Promise.all([
        Promise.all(desired.clusters.map(({ name, tier }) => (0,_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .findCluster */ .KG)(client, { groupId, clusterName: name }, tier))),
        Promise.all(desired.users.map((user) => readUser(client, groupId, user))),
        desired.accessList.length > 0 ? (0,_atlas_access_list_js__WEBPACK_IMPORTED_MODULE_0__/* .listAccessList */ .JJ)(client, groupId) : [],
        namesFurtherClusters(desired) ? namesInProject(client, groupId) : undefined,
    ]);
    const found = clusters.filter((cluster) => cluster !== undefined);
    const existing = users.filter((user) => user !== undefined);
    return {
        state: {
            project,
            clusters: found.map(_read_actual_js__WEBPACK_IMPORTED_MODULE_5__/* .actualCluster */ .L),
            users: existing.map((user) => (0,_read_actual_js__WEBPACK_IMPORTED_MODULE_5__/* .actualUser */ .u)(user)),
            accessList,
            clusterNames,
        },
        clusters: new Map(found.map((cluster) => [cluster.name, cluster])),
        users: existing,
        readAt,
    };
}
function namesFurtherClusters({ clusters, users }) {
    const names = new Set(clusters.map(({ name }) => name));
    return users.some((user) => user.clusters?.some((name) => !names.has(name)));
}
async function namesInProject(client, groupId) {
    return (await (0,_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_1__/* .listClustersPatiently */ .wd)(client, groupId)).map(({ name }) => name);
}
function readUser(client, groupId, { kind, username }) {
    return (0,_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_2__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: _user_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .authentication */ .j[kind].database, username });
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
