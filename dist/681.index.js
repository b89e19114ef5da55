export const id = 681;
export const ids = [681];
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

/***/ 4409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepAway: () => (/* binding */ sweepAway)
});

// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
;// CONCATENATED MODULE: ./build/actions/sweep/findings.js
/** Starts with nothing. */
function noFindings() {
    return { deleted: [], failed: [], kept: new Map() };
}
/** Everything that stays, project by project. */
function keptIn({ kept }) {
    return [...kept.values()].flat();
}
/** The name of a thing, as people know it. */
function nameOf(thing) {
    switch (thing.kind) {
        case 'cluster':
            return thing.cluster.name;
        case 'user':
            return thing.user.username;
        case 'access-list-entry':
            return thing.entry.address;
        case 'project':
            return thing.project.name;
        default:
            throw new Error(`No such thing: ${JSON.stringify(thing)}`);
    }
}
/** What tells a thing from all others of its project, also from a later one of the same name. */
function keyOf(thing) {
    switch (thing.kind) {
        case 'cluster':
            return `cluster ${thing.cluster.id}`;
        case 'user':
            return `user ${thing.user.databaseName} ${thing.user.username}`;
        case 'access-list-entry':
        case 'project':
            return `${thing.kind} ${nameOf(thing)}`;
        default:
            throw new Error(`No such thing: ${JSON.stringify(thing)}`);
    }
}

;// CONCATENATED MODULE: ./build/actions/sweep/pull-requests.js

/** A token without the right, or a GitHub that is down, would refuse every single question. */
const MOST_FAILURES = 3;
/** Asks about each pull request once, whatever comes of it; after a few failures about none any more. */
function askingOnce({ github, signal }, { token, onFailure }) {
    const asked = new Map();
    let failures = 0;
    const ask = async ({ repository, number }) => {
        if (failures >= MOST_FAILURES)
            return 'not-asked';
        try {
            return await github.pullRequestState({ token, repository, number });
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            failures += 1;
            const why = (0,errors/* messageOf */.bD)(error);
            onFailure({ kind: 'pull-request', name: `${repository}#${number}`, project: '', why });
            return 'not-asked';
        }
    };
    return ({ repository, number }) => {
        const key = `${repository.toLowerCase()}#${number}`;
        const answer = asked.get(key) ?? ask({ repository, number });
        asked.set(key, answer);
        return answer;
    };
}

// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/actions/sweep/report.js


/** The outputs as far as the step has come. */
function outputsOf(findings) {
    const { deleted, failed } = findings;
    return { deleted, kept: keptIn(findings), failed, count: deleted.length };
}
/** Outputs, the table of the summary, and where not all went well the reason why the step is red. */
function resultOf(findings, { scope, dryRun, took, cutShort }) {
    const { deleted, failed } = findings;
    const kept = keptIn(findings);
    const failure = [cutShort, failureText(failed)].filter((part) => part !== undefined).join('\n');
    const done = dryRun ? 'would be deleted' : 'deleted';
    const row = (outcome) => (one) => [outcome, one.kind, one.name, one.project, one.why];
    return {
        outputs: outputsOf(findings),
        summary: {
            title: `Sweep of ${scope}: ${deleted.length} ${done}, ${kept.length} kept, ${failed.length} failed`,
            facts: [
                ['Dry run', dryRun ? 'nothing was deleted; set dry-run: false to sweep' : undefined],
                ['The step took', (0,format/* formatDuration */.a3)(took)],
            ],
            table: {
                head: ['', 'Kind', 'Name', 'Project', 'Why'],
                rows: [...failed.map(row('failed')), ...deleted.map(row(done)), ...kept.map(row('kept'))],
            },
            ...(failure !== '' && { note: failure }),
        },
        ...(failure !== '' && { failure }),
    };
}
/** Annotations are cut at four thousand characters; the table has all of them. */
const MOST_LINES = 8;
function failureText(failed) {
    if (failed.length === 0)
        return undefined;
    const lines = failed.slice(0, MOST_LINES).map(({ kind, name, project, why }) => {
        const place = project === '' ? '' : ` in project "${project}"`;
        return `- ${kind} ${name}${place}: ${why}`;
    });
    const more = failed.length > MOST_LINES ? [`- and ${failed.length - MOST_LINES} more, see the output failed`] : [];
    return [`${count(failed.length)} could not be done; all else was.`, ...lines, ...more].join('\n');
}
function count(number) {
    return number === 1 ? 'One thing' : `${number} things`;
}

// EXTERNAL MODULE: ./build/src/atlas/projects.js
var atlas_projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
;// CONCATENATED MODULE: ./build/actions/sweep/scope.js




/**
 * Finds the project, or all projects of the organization that the credentials see. Undefined where the project is gone: sweep
 * itself may have removed it, as the last of an environment.
 */
async function scopeOf(client, inputs) {
    if (inputs.organization !== undefined)
        return await scopeOfOrganization(client, inputs.organization);
    const { 'project-id': groupId, 'project-name': name = '' } = inputs;
    try {
        const project = await (groupId === undefined ? (0,atlas_projects/* getProjectByName */.QM)(client, name) : (0,atlas_projects/* getProject */.U1)(client, groupId));
        return { projects: [project], isOneProject: true, words: `project "${project.name}"` };
    }
    catch (error) {
        if (error instanceof errors/* AtlasError */.qL && isMissing.has(error.code ?? ''))
            return undefined;
        const address = { groupId: groupId ?? '', clusterName: '' };
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explain/* unknownNames */.be });
    }
}
const isMissing = new Set(['GROUP_NOT_FOUND', 'GROUP_NAME_NOT_FOUND']);
async function scopeOfOrganization(client, wanted) {
    const organizations = await (0,atlas_projects/* listAllOrganizations */.aw)(client);
    const matching = organizations.filter(({ id, name }) => id === wanted || name === wanted);
    const [organization] = matching;
    if (!organization || matching.length > 1) {
        const shown = organizations.map(({ id, name }) => `"${name}" (${id})`).join(', ') || 'none';
        throw new Error(`There is ${organization ? 'more than one' : 'no'} organization "${wanted}". The credentials see ${shown}; give the id.`);
    }
    const all = await (0,atlas_projects/* listProjects */.hF)(client);
    // Credentials may see projects of other organizations, too.
    const projects = all.filter(({ orgId }) => orgId === organization.id);
    return {
        projects,
        isOneProject: false,
        words: `organization "${organization.name}" (${(0,format/* formatCount */.B4)(projects.length, 'project')})`,
    };
}
/** Whether a repository's environments are to be looked at; GitHub's names do not tell upper from lower case. */
function repositoriesOf(given, own) {
    const wanted = (given ?? [own]).map((repository) => repository.toLowerCase());
    return (repository) => {
        const name = repository.toLowerCase();
        return wanted.some((one) => one === name || (one.endsWith('/*') && name.startsWith(one.slice(0, -1))));
    };
}

;// CONCATENATED MODULE: ./build/actions/sweep/several-at-once.js
/** Does the work for each item, a few at a time; the first failure ends it, once what is under way has come to its end. */
async function severalAtOnce(items, atOnce, work) {
    const queue = items.values();
    let hasFailed = false;
    const worker = async () => {
        for (const item of queue) {
            if (hasFailed)
                return;
            try {
                await work(item);
            }
            catch (error) {
                hasFailed = true;
                throw error;
            }
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
}

// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/create-once.js
var create_once = __webpack_require__(2279);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/actions/close-project.js
var close_project = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/actions/remove-cluster.js
var remove_cluster = __webpack_require__(585);
// EXTERNAL MODULE: ./build/src/atlas/access-list-writer.js
var access_list_writer = __webpack_require__(2678);
;// CONCATENATED MODULE: ./build/actions/sweep/remove-entry.js

/** Deletes an access entry as long as it is what it was: another job may have taken it over meanwhile. */
async function removeEntry(client, groupId, { entry, reading }) {
    const { address, comment } = entry;
    const { isTaken } = await (0,access_list_writer/* changeEntry */.df)(client, { groupId, address, reading }, (standing) => {
        const isSame = standing !== undefined && standing.comment === comment;
        return { kind: isSame ? 'goes' : 'stays', isTaken: standing !== undefined && !isSame };
    });
    return isTaken ? { why: 'another job has taken it over meanwhile' } : 'gone';
}

// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var atlas_clusters = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
;// CONCATENATED MODULE: ./build/actions/sweep/view.js





/**
 * Reads a project. In an organization most projects are no business of ours: their users and access lists are read only where
 * something of ours may be, which a cluster with our tags shows, or one on its way out, whose tags are gone.
 */
async function look(client, project, looking) {
    const readAt = client.clock.now();
    const isOurs = (tags) => {
        const environment = (0,environment_tags/* taggedEnvironment */.wO)(tags);
        return environment !== undefined && looking.selects(environment.repository);
    };
    const ownsProject = isOurs(project.tags);
    const readOthers = () => Promise.all([(0,database_users/* listDatabaseUsers */.Mr)(client, project.id), (0,access_list/* listAccessList */.JJ)(client, project.id)]);
    if (looking.isOneProject || ownsProject) {
        const [clusters, [users, entries]] = await Promise.all([(0,any_cluster/* listClustersPatiently */.wd)(client, project.id), readOthers()]);
        // The only thing that cannot be seen, and would go with the project.
        const left = ownsProject && clusters.length === 0 ? await (0,atlas_clusters/* listWithRetainedBackups */.OQ)(client, project.id) : [];
        return { project, readAt, clusters, users, entries, retained: left.map(({ name }) => name) };
    }
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, project.id);
    const hasSign = clusters.some(({ stateName, tags }) => stateName === 'DELETING' || isOurs(tags));
    const [users, entries] = hasSign ? await readOthers() : [[], []];
    return { project, readAt, clusters, users, entries, retained: [] };
}
/** The access list of a view, for the writer of that list to go by while it may. */
function readingOf({ entries, readAt }) {
    return { entries, askedAt: readAt };
}
/** Milliseconds: what was read longer ago may have been changed by somebody since (design, "within 5 s"). */
const FRESH = 5_000;
/** What a request rests on was read too long ago. */
class Stale extends Error {
    name = 'Stale';
}
const WAITED = 'It had to be tried again and again, each time for longer than what was read of it is certain; the log has the answers. The next run goes on.';
/** Whether a view still says how things are. */
function isFresh({ readAt }, { clock }) {
    return clock.now() - readAt <= FRESH;
}
/**
 * The same client, whose requests leave only as long as what was read is fresh, however long Atlas has made them wait: a
 * renewal that is older than that has been seen.
 */
function whileFresh(client, view) {
    return {
        ...client,
        call: (operation, input) => client.call(operation, {
            ...input,
            onSend: () => {
                if (!isFresh(view, client))
                    throw new Stale(WAITED);
                input.onSend?.();
            },
        }),
    };
}

// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
// EXTERNAL MODULE: ./build/actions/project-guests.js
var project_guests = __webpack_require__(2127);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/atlas/object-id.js
var object_id = __webpack_require__(602);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
;// CONCATENATED MODULE: ./build/actions/sweep/verdict.js




const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What is younger may still be being made by a run that is under way; Atlas has been seen to take two hours for a cluster. */
const YOUTH = HOUR;
const LONGEST_CREATION = 24 * HOUR;
/**
 * How long something outlives its expiry: clocks differ, and `provision` does not write an expiry anew that would move by less
 * than half an hour.
 */
const GRACE = 30 * MINUTE;
/** Decides about a cluster or a project of an environment. What cannot be read is no reason to delete. */
async function verdictOn({ environment, tags, madeAt, isBeingMade = false, tagsBefore, }, rules) {
    const { now, olderThan, pullRequestState } = rules;
    const expiresAt = (0,environment_tags/* expiryOf */.p1)(tags);
    const age = madeAt === undefined ? undefined : now() - madeAt;
    if (tagsBefore && tagsBefore[environment_tags/* tagNames */.nP.expiresAt] !== tags[environment_tags/* tagNames */.nP.expiresAt])
        return stays('a run has renewed it meanwhile');
    if (age !== undefined && age < YOUTH)
        return stays('is younger than an hour: the run that makes it may be under way');
    if (isBeingMade && (age === undefined || age < LONGEST_CREATION))
        return stays('is still being created');
    if (expiresAt !== undefined && now() > expiresAt + GRACE)
        return over(`expired at ${(0,iso_time/* isoTime */.L)(expiresAt)}`);
    if (olderThan !== undefined && age !== undefined && age > olderThan) {
        return over(`was made ${Math.floor(age / HOUR)} hours ago, over the limit of ${olderThan / HOUR}`);
    }
    const lives = expiresAt === undefined ? 'has no expiry that can be read' : `expires at ${(0,iso_time/* isoTime */.L)(expiresAt)}`;
    if (!pullRequestState || (0,actions_environment/* pullRequestOf */._)(environment.tag) === undefined)
        return stays(lives);
    const ofPullRequest = await verdictOfPullRequest(environment, pullRequestState);
    if (!ofPullRequest.isOver || age !== undefined)
        return ofPullRequest;
    return stays(`${ofPullRequest.why}, but when it was made cannot be read`);
}
/** Decides by the pull request that an environment is named after, where it is. */
async function verdictOfPullRequest({ repository, tag }, ask) {
    const number = (0,actions_environment/* pullRequestOf */._)(tag);
    if (!ask || number === undefined)
        return stays('nothing says when it ends');
    const name = `pull request ${repository}#${number}`;
    const state = await ask({ repository, number });
    switch (state) {
        case 'open':
            return stays(`${name} is open`);
        case 'closed':
            return over(`${name} is closed`);
        case 'unknown':
            return stays(`GitHub does not know ${name}, or does not show it to this token`);
        case 'not-asked':
            return stays(`GitHub could not be asked about ${name}`);
        default:
            throw new Error(`No such state: ${String(state)}`);
    }
}
/** The environment, if its repository is one of those that are looked at. */
function selected(environment, { selects }) {
    return environment && selects(environment.repository) ? environment : undefined;
}
/** When Atlas made something: by its id, and by what Atlas says. The later counts, so that nothing seems older than it is. */
function madeAt(id, said) {
    const times = [(0,object_id/* requestedAt */.u)({ id }), typeof said === 'string' ? (0,iso_time/* readTime */.a)(said) : undefined];
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? Math.max(...known) : undefined;
}
/** The time, where the runner's clock and Atlas's agree; of the two the earlier, so that nothing expires too soon. */
function agreedTime({ clock, time }) {
    const atlas = time.now();
    if (atlas === undefined) {
        throw new Error("What has expired cannot be told: Atlas's answers carry no time, or one that is more than five minutes from the runner's clock. Check the runner's clock, and any proxy in between.");
    }
    return Math.min(clock.now(), atlas);
}
function over(why) {
    return { isOver: true, why };
}
function stays(why) {
    return { isOver: false, why };
}

;// CONCATENATED MODULE: ./build/actions/sweep/plan-project.js




/** A project that was made for an environment; undefined for any other. */
async function judgeProject(view, { staying, planning }) {
    const { project, clusters } = view;
    const { rules, projectFollows } = planning;
    const environment = selected((0,environment_tags/* taggedEnvironment */.wO)(project.tags), rules);
    if (!environment)
        return undefined;
    const { id, tags, created } = project;
    const { isOver, why } = await verdictOn({ environment, tags, madeAt: madeAt(id, created) }, rules);
    const obstacle = isOver ? obstacleOf(view, { environment, staying, planning }) : undefined;
    const isEmptying = isOver && obstacle === undefined && clusters.length > 0;
    const waits = isEmptying && !projectFollows ? 'its clusters have to be gone first' : undefined;
    const but = obstacle ?? waits;
    return {
        judged: {
            thing: { kind: 'project', project },
            why: but === undefined ? why : `${why}, but ${but}`,
        },
        isOver: isOver && but === undefined,
        isEmptying,
        owner: (0,owner_mark/* ownerHashOfTags */.ay)(environment),
    };
}
/** What keeps a project though its environment is over: all that the suite has not made for this repository, and backups. */
function obstacleOf(view, { environment, staying, planning, }) {
    const { repository } = environment;
    const owners = [(0,owner_mark/* ownerHashOfTags */.ay)(environment), (0,owner_mark/* ownerHash */.qA)({ repository })];
    const isOurs = (text) => owners.includes((0,owner_mark/* readMark */.Mp)(text)?.owner ?? '') || (0,owner_mark/* isMarkedBy */.yS)(text, { repository });
    const others = [...staying.map(({ name }) => `"${name}"`), ...(0,project_guests/* guestsOf */.R)(view, { isOurs, now: view.readAt })];
    if (planning.retainBackups)
        return 'retain-backups is true, and the snapshots would go with it';
    if (others.length > 0)
        return `it still has ${others.join(', ')}`;
    if (view.retained.length > 0)
        return `it still holds the backups of ${view.retained.join(', ')}`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/sweep/plan.js




/**
 * Decides what is to go. Of an environment its clusters go last: they carry the tags, so that a run that is killed in between
 * leaves to the next one what it needs to go on.
 */
async function planOf(view, planning) {
    const living = view.clusters.filter(({ stateName }) => stateName !== 'DELETING');
    const clusters = await judgeClusters(living, view, planning);
    const goes = new Set(clusters.filter(({ verdict }) => verdict.isOver).map(({ cluster }) => cluster));
    const staying = living.filter((cluster) => !goes.has(cluster));
    const marked = await judgeMarked(view, { clusters, staying, rules: planning.rules });
    const doomed = [...marked.doomed, ...clusters.filter(({ cluster }) => goes.has(cluster)).map(doomedCluster)];
    const kept = [
        ...clusters
            .filter(({ cluster }) => !goes.has(cluster))
            .map(({ cluster, verdict }) => keptCluster(cluster, verdict)),
        ...marked.kept,
    ];
    const project = await judgeProject(view, { staying, planning });
    if (!project)
        return { doomed: ordered(doomed), kept, isEmptying: false };
    const { judged, owner, isEmptying } = project;
    if (!project.isOver)
        return { doomed: ordered(doomed), kept: [...kept, judged], isEmptying };
    // With the project goes all that is still in it.
    return { doomed: [...ordered(doomed), { ...judged, owner, isOrphan: false }], kept: [], isEmptying };
}
async function judgeClusters(living, view, { rules, before }) {
    const judged = [];
    for (const cluster of living) {
        const environment = selected((0,environment_tags/* taggedEnvironment */.wO)(cluster.tags), rules);
        if (!environment)
            continue;
        const known = before === view ? undefined : before?.clusters.find(({ id }) => id === cluster.id);
        const { tags, id, raw, stateName } = cluster;
        const isBeingMade = stateName === 'CREATING';
        const verdict = await verdictOn({ environment, tags, madeAt: madeAt(id, raw.createDate), isBeingMade, tagsBefore: known?.tags }, rules);
        judged.push({ cluster, owner: (0,owner_mark/* ownerHashOfTags */.ay)(environment), verdict });
    }
    return judged;
}
/** Users and access entries, by their marks: they go with the last cluster of their environment. */
async function judgeMarked({ users, entries, clusters: all }, { clusters, staying, rules }) {
    const environments = Map.groupBy(clusters, ({ owner }) => owner);
    // An access list is the whole project's: another environment may have come to lean on an entry.
    const isShared = staying.some(({ tags }) => tags[environment_tags/* tagNames */.nP.environment] !== undefined);
    const areGoing = all.some(({ stateName }) => stateName === 'DELETING');
    const doomed = [];
    const kept = [];
    for (const { thing, text, isPermanent } of markable(users, entries)) {
        const owner = (0,owner_mark/* readMark */.Mp)(text)?.owner ?? '';
        const ofEnvironment = environments.get(owner);
        const environment = selected((0,owner_mark/* markedEnvironment */.Q0)(text), rules);
        const verdict = ofEnvironment
            ? verdictOfAll(ofEnvironment)
            : environment && (await verdictOfPullRequest(environment, rules.pullRequestState));
        const mayGo = verdict?.isOver && !(thing.kind === 'access-list-entry' && isShared);
        if (verdict && mayGo)
            doomed.push({ thing, why: verdict.why, owner, isOrphan: !ofEnvironment });
        else if (verdict?.isOver)
            kept.push({ thing, why: `${verdict.why}, but ${STILL_SHARED}` });
        else if (verdict && environment && isPermanent && !ofEnvironment && !areGoing)
            kept.push({ thing, why: `environment ${environment.tag} has no cluster here, and ${verdict.why}` });
    }
    return { doomed, kept };
}
const STILL_SHARED = 'other environments of the project may need it';
/** Users and entries alike: each has a line of text, and perhaps an end of its own. */
function markable(users, entries) {
    return [
        ...entries.map((entry) => ({
            thing: { kind: 'access-list-entry', entry },
            text: entry.comment,
            isPermanent: entry.expiresAt === undefined,
        })),
        ...users.map((user) => ({
            thing: { kind: 'user', user },
            text: user.description,
            isPermanent: user.deleteAfterDate === undefined,
        })),
    ];
}
/** An environment is over when all of its clusters are. */
function verdictOfAll(clusters) {
    const stays = clusters.find(({ verdict }) => !verdict.isOver);
    return (stays ?? clusters[0])?.verdict;
}
/** By environment: entries, users, clusters, as they come; then what has no cluster. */
function ordered(doomed) {
    const byOwner = [...Map.groupBy(doomed, ({ owner }) => owner).values()].flat();
    return byOwner.toSorted((one, other) => Number(one.isOrphan) - Number(other.isOrphan));
}
function doomedCluster({ cluster, owner, verdict }) {
    return { thing: { kind: 'cluster', cluster }, why: verdict.why, owner, isOrphan: false };
}
function keptCluster(cluster, { why }) {
    return { thing: { kind: 'cluster', cluster }, why };
}

;// CONCATENATED MODULE: ./build/actions/sweep/work.js



/** Looks at a project and plans; `before` is what this step saw first, so that it notices a renewal. */
async function see(client, project, { sweep, before }) {
    const { rules, isOneProject, retainBackups, dryRun, wait } = sweep;
    const view = await look(client, project, { selects: rules.selects, isOneProject });
    return { view, plan: await planOf(view, { rules, before, retainBackups, projectFollows: dryRun && wait }) };
}
/** A line for the outputs. */
function findingOf({ project }, { thing, why }) {
    return { kind: thing.kind, name: nameOf(thing), project: project.name, why };
}

;// CONCATENATED MODULE: ./build/actions/sweep/remove-one.js










/** Looks so often at most for one deletion; each look is good for all tries of its seconds. */
const MOST_LOOKS = 6;
/** Removes one thing, if it is still to go when its turn comes. A failure is told, and keeps nothing else from going. */
async function removeOne(work, doomed) {
    for (let tries = 1;; tries++) {
        try {
            if ((await tryOnce(work, doomed, { isFirst: tries === 1 })) === 'done')
                return;
            tries = 0;
        }
        catch (error) {
            if (work.client.signal.aborted || error instanceof errors/* TimedOut */.GA)
                throw error;
            if (error instanceof Stale && tries < MOST_LOOKS)
                continue;
            return fail(work, doomed, error);
        }
    }
}
async function tryOnce(work, doomed, { isFirst }) {
    const now = await stillDoomed(work, doomed);
    if (!now) {
        await letStand(work, doomed, { wasTried: !isFirst });
        return 'done';
    }
    const end = await remove(work, now.thing);
    if (end === 'lags' && (await mayCloseAgain(work)))
        return 'again';
    if (end === 'gone')
        gone(work, now);
    else
        work.kept.push({ thing: now.thing, why: `${now.why}, but ${end === 'lags' ? LAGS : end.why}` });
    return 'done';
}
function fail(work, doomed, error) {
    // Another run has taken the whole project away meanwhile.
    if (error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND') {
        gone(work, doomed);
        return;
    }
    work.isCutOff = error instanceof errors/* NetworkError */.Dr;
    if (isPermanent(doomed.thing))
        work.held.add(doomed.owner);
    const why = (0,errors/* messageOf */.bD)(error);
    work.findings.failed.push(findingOf(work, { thing: doomed.thing, why }));
}
/** What Atlas will not delete by itself. */
function isPermanent(thing) {
    if (thing.kind === 'user')
        return thing.user.deleteAfterDate === undefined;
    return thing.kind === 'access-list-entry' && thing.entry.expiresAt === undefined;
}
/** The same thing as it was seen last, not longer ago than a few seconds; undefined if it is not to go any more. */
async function stillDoomed(work, doomed) {
    const { client, project, sweep, first } = work;
    // What has no cluster may be of one that was being made while users and clusters were read side by side.
    const isUnsure = doomed.isOrphan && work.scene === first;
    if (isUnsure || !isFresh(work.scene.view, client)) {
        work.scene = await see(client, project, { sweep, before: first.view });
    }
    return work.scene.plan.doomed.find(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
}
async function remove({ client, project, scene, sweep }, thing) {
    const { retainBackups, log } = sweep;
    const groupId = project.id;
    const guarded = whileFresh(client, scene.view);
    switch (thing.kind) {
        case 'cluster':
            await (0,remove_cluster/* removeCluster */.h)(guarded, groupId, { cluster: thing.cluster, retainBackups, log });
            return 'gone';
        case 'user': {
            const { databaseName, username } = thing.user;
            await (0,database_users/* deleteDatabaseUser */.At)(guarded, { groupId, databaseName, username });
            return 'gone';
        }
        case 'access-list-entry':
            return await removeEntry(guarded, groupId, { entry: thing.entry, reading: readingOf(scene.view) });
        case 'project':
            return await (0,close_project/* closeProject */.a)(guarded, { id: groupId });
        default:
            throw new Error(`No such thing: ${JSON.stringify(thing)}`);
    }
}
function gone(work, { thing, why, owner }) {
    if (thing.kind === 'cluster')
        work.going.push(thing.cluster);
    else
        work.opened.add(owner);
    work.findings.deleted.push(findingOf(work, { thing, why }));
}
const LAGS = 'Atlas lags behind the end of its last cluster; the next run deletes it';
/** Waits until a project that lags may be tried again; false where there is no time for that. */
async function mayCloseAgain({ sweep, client }) {
    const { clock, deadline, signal } = client;
    if (!sweep.wait || clock.now() + close_project/* CLOSE_AGAIN */.K > deadline.at)
        return false;
    await clock.sleep(close_project/* CLOSE_AGAIN */.K, signal);
    return true;
}
/** Not to go any more: gone by itself, or renewed meanwhile, which may come too late for its users. */
async function letStand(work, doomed, { wasTried }) {
    const { thing, owner } = doomed;
    if (!stands(work.scene.view, thing))
        return gone(work, doomed);
    if (thing.kind !== 'cluster')
        return;
    const now = work.scene.view.clusters.find(({ id }) => id === thing.cluster.id);
    if (wasTried && now && thing.cluster.terminationProtection && !now.terminationProtection) {
        await protectAgain(work, now);
    }
    if (!work.opened.has(owner))
        return;
    const why = 'was renewed just after its users and access entries had been removed: run provision once more';
    work.findings.failed.push(findingOf(work, { thing, why }));
}
function stands({ clusters, users, entries }, thing) {
    const things = [
        ...clusters
            .filter(({ stateName }) => stateName !== 'DELETING')
            .map((cluster) => ({ kind: 'cluster', cluster })),
        ...users.map((user) => ({ kind: 'user', user })),
        ...entries.map((entry) => ({ kind: 'access-list-entry', entry })),
    ];
    return thing.kind === 'project' || things.some((one) => keyOf(one) === keyOf(thing));
}
/** This step has lifted the protection of a cluster that now lives on. */
async function protectAgain({ client, project, sweep }, { name, tier }) {
    sweep.log.info(`Cluster "${name}" stays: protecting it against termination again.`);
    const body = { terminationProtectionEnabled: true };
    await (0,create_once/* changeSafely */.x)(client, () => (0,any_cluster/* updateAnyCluster */.kv)(client, { groupId: project.id, clusterName: name }, { tier, body }));
}

;// CONCATENATED MODULE: ./build/actions/sweep/sweep-project.js



/**
 * Removes from one project what is over, and tells all of it to `findings`: one request after the other, each resting on what
 * was read within the last seconds. Resolves to the clusters whose end is worth waiting for.
 */
async function sweepProject(client, project, { sweep, findings }) {
    const first = await see(client, project, { sweep });
    const state = { kept: [], going: [], opened: new Set(), held: new Set(), isCutOff: false };
    const work = { client, project, sweep, findings, first, scene: first, ...state };
    const { doomed, kept } = first.plan;
    if (doomed.length + kept.length > 0)
        sweep.log.info(`Project "${project.name}": ${doomed.length} to go, ${kept.length} to stay.`);
    for (const one of doomed) {
        sweep.log.info(`- ${one.thing.kind} ${nameOf(one.thing)}: ${one.why}`);
        if (sweep.dryRun)
            findings.deleted.push(findingOf(work, one));
        else if (work.isCutOff)
            findings.failed.push(findingOf(work, { ...one, why: NOT_TRIED }));
        else if (one.thing.kind === 'cluster' && work.held.has(one.owner))
            work.kept.push({ ...one, why: `${one.why}, but ${HELD}` });
        else
            await removeOne(work, one);
    }
    const stays = [...work.scene.plan.kept, ...work.kept];
    findings.kept.set(project.id, stays.map((one) => findingOf(work, one)));
    const { view, plan } = work.scene;
    const alreadyGoing = view.clusters.filter(({ stateName }) => stateName === 'DELETING');
    return plan.isEmptying ? [...work.going, ...alreadyGoing] : work.going;
}
/** A cluster's tags lead to what belongs to it: were it gone, the next run would find none of that. */
const HELD = 'not all that belongs to it could be deleted: the next run tries again';
const NOT_TRIED = 'was not tried: Atlas could not be reached just before';

;// CONCATENATED MODULE: ./build/actions/sweep/main.js










/** Removes what is over, project by project; goes on after a failure, and is red at the end if there was one. */
async function sweepAway(inputs, context) {
    const startedAt = context.clock.now();
    const client = (0,atlas_session/* openClient */.My)(inputs, context);
    const scope = (await scopeOf(client, inputs)) ?? nowhere(inputs, context);
    // Before anything is judged: where no time can be agreed on, nothing is.
    agreedTime(client);
    const findings = noFindings();
    const sweep = sweepOf(inputs, { client, context, findings, isOneProject: scope.isOneProject });
    const dryRun = inputs['dry-run'];
    context.log.info(`Sweeping ${scope.words}${dryRun ? ': a dry run, nothing is deleted' : ''}.`);
    if (!dryRun)
        context.underway('What Atlas has begun to delete goes on; the next run of the step does the rest.');
    let cutShort;
    try {
        await sweepAll(client, scope.projects, { sweep, findings });
    }
    catch (error) {
        context.publish(outputsOf(findings));
        if (context.signal.aborted || !(error instanceof errors/* TimedOut */.GA))
            throw error;
        cutShort = `${error.message} What it has not come to waits for the next run.`;
    }
    context.underway(undefined);
    if (dryRun && findings.deleted.length > 0)
        context.log.notice(`${findings.deleted.length} would be deleted. Set dry-run: false to sweep.`);
    return resultOf(findings, { scope: scope.words, dryRun, took: context.clock.now() - startedAt, cutShort });
}
function nowhere({ 'project-id': id, 'project-name': name }, { log }) {
    const words = id === undefined ? `project "${name}"` : `project ${id}`;
    const input = id === undefined ? 'project-name' : 'project-id';
    log.notice(`There is no ${words} (any more): nothing was swept. If it should be there, check ${input}.`);
    return { projects: [], isOneProject: true, words };
}
function sweepOf(inputs, { client, context, findings, isOneProject, }) {
    const token = inputs['github-token'] ?? '';
    const onFailure = (failure) => void findings.failed.push(failure);
    return {
        rules: {
            selects: repositoriesOf(inputs.repositories, context.job.repository),
            now: () => agreedTime(client),
            olderThan: inputs['older-than-hours'],
            pullRequestState: inputs['closed-pull-requests'] ? askingOnce(context, { token, onFailure }) : undefined,
        },
        isOneProject,
        dryRun: inputs['dry-run'],
        wait: inputs.wait,
        retainBackups: inputs['retain-backups'],
        log: context.log,
    };
}
/** Projects that are swept at the same time. Within one there is one request after the other. */
const AT_ONCE = 4;
async function sweepAll(client, projects, tools) {
    const emptying = [];
    await severalAtOnce(projects, AT_ONCE, (project) => goingOn(client, project, tools.findings, async () => {
        const clusters = await sweepProject(client, project, tools);
        if (clusters.length > 0)
            emptying.push({ project, clusters });
    }));
    if (!tools.sweep.wait || tools.sweep.dryRun)
        return;
    await severalAtOnce(emptying, emptying.length, ({ project, clusters }) => goingOn(client, project, tools.findings, async () => {
        await (0,cluster_readiness/* waitUntilAllGone */.OG)(client, project.id, clusters);
        // Now the project may go, too.
        await sweepProject(client, project, tools);
    }));
}
/** A project that fails keeps no other from being swept. */
async function goingOn(client, { name }, { failed }, work) {
    try {
        await work();
    }
    catch (error) {
        if (client.signal.aborted || error instanceof errors/* TimedOut */.GA)
            throw error;
        // Another run has taken it away meanwhile.
        if (error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND')
            return;
        const why = (0,errors/* messageOf */.bD)(error);
        failed.push({ kind: 'project', name, project: name, why });
    }
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
