export const id = 405;
export const ids = [405];
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

/***/ 6781:
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
// EXTERNAL MODULE: ./build/src/environment/repository.js
var environment_repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/actions/sweep/passed-over.js



function noPassedOver() {
    return { repositories: new Map(), unclear: new Set() };
}
function notePassedOver({ project, clusters }, { selects }, passedOver) {
    noteOne(project.tags, { project, what: `project "${project.name}"` });
    for (const { name, tags } of clusters)
        noteOne(tags, { project, what: `cluster "${name}" in project "${project.name}"` });
    function noteOne(tags, { project: { name }, what }) {
        if (tags[environment_tags/* tagNames */.nP.repository] !== undefined && !(0,environment_tags/* taggedRepository */.HX)(tags))
            passedOver.unclear.add(what);
        const environment = (0,environment_tags/* taggedEnvironment */.wO)(tags);
        if (!environment || selects(environment))
            return;
        const { repository, repositoryId, tag } = environment;
        const key = repositoryId ?? repository.toLowerCase();
        const known = passedOver.repositories.get(key);
        const one = known ?? { repository: environment, environments: new Set(), projects: new Set() };
        one.environments.add(tag);
        one.projects.add(name);
        passedOver.repositories.set(key, one);
    }
}
const MOST_PROJECTS = 3;
function passedOverLines({ repositories, unclear }, own) {
    const ofRepositories = [...repositories.values()].map(({ repository, environments, projects }) => {
        const names = [...projects].slice(0, MOST_PROJECTS).map((name) => `"${name}"`);
        const more = projects.size > MOST_PROJECTS ? ` and ${projects.size - MOST_PROJECTS} more` : '';
        const where = `${(0,format/* formatCount */.B4)(environments.size, 'environment')} in ${names.length === 1 ? 'project' : 'projects'} ${names.join(', ')}${more}`;
        const whose = (0,environment_repository/* hasSameName */.aV)(repository, own)
            ? `another repository that had the name ${(0,environment_repository/* shownRepository */.e9)(repository)}; this one is ${(0,environment_repository/* shownRepository */.e9)(own)}`
            : (0,environment_repository/* shownRepository */.e9)(repository);
        return `Left in place: ${where} of ${whose}. The input repositories decides whose environments are swept.`;
    });
    const ofNobody = [...unclear].map((what) => `Left in place: ${what}, whose gha- tags do not tell one owner. Correct them in Atlas.`);
    return [...ofRepositories, ...ofNobody];
}

;// CONCATENATED MODULE: ./build/actions/sweep/findings.js

function noFindings() {
    return { deleted: [], failed: [], kept: new Map(), passedOver: noPassedOver() };
}
function keptIn({ kept }) {
    return [...kept.values()].flat();
}
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


const MOST_FAILURES = 3;
function askingOnce({ github, signal, clock, job }, { token, onFailure }) {
    const asked = new Map();
    let failures = 0;
    const ask = async ({ repository, repositoryId, number }) => {
        if (failures >= MOST_FAILURES)
            return 'not-asked';
        const isOwn = (0,environment_repository/* isSameRepository */.ve)({ repository, repositoryId }, job);
        try {
            return await github.pullRequestState({
                token,
                repository,
                number,
                repositoryId: isOwn ? undefined : repositoryId,
            });
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
    return (pullRequest, { since = Number.NEGATIVE_INFINITY } = {}) => {
        const { repository, repositoryId = '', number } = pullRequest;
        const key = `${repository.toLowerCase()} ${repositoryId} ${number}`;
        const known = asked.get(key);
        if (known && known.at >= since)
            return known.answer;
        const answer = ask(pullRequest);
        asked.set(key, { at: clock.now(), answer });
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/actions/sweep/report.js


function outputsOf(findings) {
    const { deleted, failed } = findings;
    return { deleted, kept: keptIn(findings), failed, count: deleted.length };
}
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





async function scopeOf(client, inputs) {
    if (inputs.organization !== undefined)
        return await scopeOfOrganization(client, inputs.organization);
    const { 'project-id': groupId, 'project-name': name = '' } = inputs;
    try {
        const project = await (groupId === undefined ? (0,atlas_projects/* getProjectByName */.QM)(client, name) : (0,atlas_projects/* getProject */.U1)(client, groupId));
        return { projects: [project], isOneProject: true, words: `project "${project.name}"` };
    }
    catch (error) {
        if (groupId === undefined && error instanceof errors/* AtlasError */.qL && isMissing.has(error.code ?? ''))
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
    const projects = all.filter(({ orgId }) => orgId === organization.id);
    return {
        projects,
        isOneProject: false,
        words: `organization "${organization.name}" (${(0,format/* formatCount */.B4)(projects.length, 'project')})`,
    };
}
function repositoriesOf(given, own) {
    const wanted = (given ?? [own.repository]).map((repository) => repository.toLowerCase());
    const isNamed = (name) => wanted.includes(name.toLowerCase());
    const isOfOwner = (name) => wanted.some((one) => one.endsWith('/*') && name.toLowerCase().startsWith(one.slice(0, -1)));
    return (other) => {
        const isOwn = (0,environment_repository/* isSameRepository */.ve)(other, own);
        const name = isOwn ? own.repository : other.repository;
        const isFormer = !isOwn && (0,environment_repository/* hasSameName */.aV)(other, own);
        return (0,environment_repository/* isOnSameServer */.Df)(other, own) && ((isNamed(name) && !isFormer) || isOfOwner(name));
    };
}

;// CONCATENATED MODULE: ./build/actions/sweep/several-at-once.js
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

// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/fresh-look.js
var fresh_look = __webpack_require__(5741);
// EXTERNAL MODULE: ./build/actions/close-project.js
var close_project = __webpack_require__(8836);
// EXTERNAL MODULE: ./build/actions/remove-cluster.js
var remove_cluster = __webpack_require__(585);
// EXTERNAL MODULE: ./build/actions/remove-entry.js
var remove_entry = __webpack_require__(4335);
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
const YOUTH = HOUR;
const LONGEST_CREATION = 24 * HOUR;
const GRACE = 30 * MINUTE;
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
    if (!pullRequestState || (0,actions_environment.pullRequestOf)(environment.tag) === undefined)
        return stays(lives);
    const ofPullRequest = await verdictOfPullRequest(environment, pullRequestState);
    if (!ofPullRequest.isOver || age !== undefined)
        return ofPullRequest;
    return stays(`${ofPullRequest.why}, but when it was made cannot be read`);
}
async function verdictOfPullRequest({ repository, repositoryId, tag }, ask) {
    const number = (0,actions_environment.pullRequestOf)(tag);
    if (!ask || number === undefined)
        return stays('nothing says when it ends');
    const name = `pull request ${repository}#${number}`;
    const pullRequest = { repository, repositoryId, number };
    const state = await ask(pullRequest);
    switch (state) {
        case 'open':
            return stays(`${name} is open`);
        case 'closed':
            return { ...over(`${name} is closed`), pullRequest };
        case 'unknown':
            return stays(`GitHub does not know ${name}, or does not show it to this token`);
        case 'not-asked':
            return stays(`GitHub could not be asked about ${name}`);
        default:
            throw new Error(`No such state: ${String(state)}`);
    }
}
function selected(environment, { own, selects }) {
    if (!environment || !selects(environment))
        return undefined;
    return (0,environment_repository/* isSameRepository */.ve)(environment, own) ? { ...environment, ...(0,environment_repository/* repositoryOf */._M)(own) } : environment;
}
function madeAt(id, said) {
    const times = [(0,object_id/* requestedAt */.u)({ id }), typeof said === 'string' ? (0,iso_time/* readTime */.a)(said) : undefined];
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? Math.max(...known) : undefined;
}
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





async function judgeProject(view, { staying, planning }) {
    const { project, clusters } = view;
    const { rules, projectFollows } = planning;
    const environment = selected((0,environment_tags/* taggedEnvironment */.wO)(project.tags), rules);
    if (!environment)
        return undefined;
    const { id, tags, created } = project;
    const { isOver, why, pullRequest } = await verdictOn({ environment, tags, madeAt: madeAt(id, created) }, rules);
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
        owner: (0,owner_mark/* ownerDigits */.ME)(environment),
        pullRequest,
    };
}
function obstacleOf(view, { environment, staying, planning, }) {
    const repository = (0,environment_repository/* repositoryOf */._M)(environment);
    const isOurs = (text) => [environment, repository].some((owner) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(text), owner)) || (0,owner_mark/* isMarkedBy */.yS)(text, repository);
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





async function planOf(view, planning) {
    const living = view.clusters.filter(({ stateName }) => stateName !== 'DELETING');
    const clusters = await judgeClusters(living, view, planning);
    const goes = new Set(clusters.filter(({ verdict }) => verdict.isOver).map(({ cluster }) => cluster));
    const staying = living.filter((cluster) => !goes.has(cluster));
    const marked = await judgeMarked(view, { clusters, staying, planning });
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
    return {
        doomed: [...ordered(doomed), { ...judged, owner, isOrphan: false, pullRequest: project.pullRequest }],
        kept: [],
        isEmptying,
    };
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
        const told = underFormerName(tags, { environment, verdict: unlessProtected(cluster, verdict) });
        judged.push({ cluster, environment, owner: (0,owner_mark/* ownerDigits */.ME)(environment), verdict: told });
    }
    return judged;
}
function underFormerName(tags, { environment, verdict }) {
    const made = (0,environment_tags/* taggedRepository */.HX)(tags);
    if (!made || (0,environment_repository/* hasSameName */.aV)(made, environment))
        return verdict;
    return { ...verdict, why: `${verdict.why} (created as ${made.repository}, which is ${environment.repository} now)` };
}
function unlessProtected({ terminationProtection }, verdict) {
    return verdict.isOver && terminationProtection ? { isOver: false, why: `${verdict.why}, but ${PROTECTED}` } : verdict;
}
const PROTECTED = 'is protected against termination: run teardown, or turn the protection off in Atlas';
async function judgeMarked({ users, entries, clusters: all }, { clusters, staying, planning, }) {
    const isShared = staying.some(({ tags }) => tags[environment_tags/* tagNames */.nP.environment] !== undefined);
    const { rules, before } = planning;
    const going = all.filter(({ stateName }) => stateName === 'DELETING');
    const areGoing = going.length > 0;
    const isUnclear = going.some(({ id }) => !before?.clusters.some((one) => one.id === id && one.stateName !== 'DELETING'));
    const doomed = [];
    const kept = [];
    for (const { thing, text, isPermanent } of markable(users, entries)) {
        const mark = (0,owner_mark/* readMark */.Mp)(text);
        const ofEnvironment = clusters.filter((one) => (0,owner_mark/* isMarkOf */.zx)(mark, one.environment));
        const isOrphan = ofEnvironment.length === 0;
        const environment = selected((0,owner_mark/* markedEnvironment */.Q0)(text, rules.own), rules);
        const verdict = isOrphan
            ? environment && (await verdictOfPullRequest(environment, rules.pullRequestState))
            : verdictOfAll(ofEnvironment);
        const owner = ofEnvironment[0]?.owner ?? (environment ? (0,owner_mark/* ownerDigits */.ME)(environment) : '');
        const mayBeNeeded = isShared || (isUnclear && !isPermanent);
        const mayGo = verdict?.isOver && !(thing.kind === 'access-list-entry' && mayBeNeeded);
        if (verdict && mayGo)
            doomed.push({ thing, owner, isOrphan, ...reasonOf(verdict) });
        else if (verdict?.isOver)
            kept.push({ thing, why: `${verdict.why}, but ${STILL_SHARED}` });
        else if (verdict && environment && isPermanent && isOrphan && !areGoing)
            kept.push({ thing, why: `environment ${environment.tag} has no cluster here, and ${verdict.why}` });
    }
    return { doomed, kept };
}
const STILL_SHARED = 'other environments of the project may need it';
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
function verdictOfAll(clusters) {
    const stays = clusters.find(({ verdict }) => !verdict.isOver);
    return (stays ?? clusters[0])?.verdict;
}
function ordered(doomed) {
    const byOwner = [...Map.groupBy(doomed, ({ owner }) => owner).values()].flat();
    return byOwner.toSorted((one, other) => Number(one.isOrphan) - Number(other.isOrphan));
}
function doomedCluster({ cluster, owner, verdict }) {
    return { thing: { kind: 'cluster', cluster }, owner, isOrphan: false, ...reasonOf(verdict) };
}
function reasonOf({ why, pullRequest }) {
    return { why, pullRequest };
}
function keptCluster(cluster, { why }) {
    return { thing: { kind: 'cluster', cluster }, why };
}

// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var atlas_clusters = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/actions/sweep/view.js





async function look(client, project, looking) {
    const readAt = client.clock.now();
    const isOurs = (tags) => {
        const environment = (0,environment_tags/* taggedEnvironment */.wO)(tags);
        return environment !== undefined && looking.selects(environment);
    };
    const ownsProject = isOurs(project.tags);
    const readOthers = () => Promise.all([(0,database_users/* listDatabaseUsers */.Mr)(client, project.id), (0,access_list/* listAccessList */.JJ)(client, project.id)]);
    if (looking.isOneProject || ownsProject) {
        const [clusters, [users, entries]] = await Promise.all([(0,any_cluster/* listClustersPatiently */.wd)(client, project.id), readOthers()]);
        const left = ownsProject && clusters.length === 0 ? await (0,atlas_clusters/* listWithRetainedBackups */.OQ)(client, project.id) : [];
        return { project, readAt, clusters, users, entries, retained: left.map(({ name }) => name) };
    }
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, project.id);
    const hasSign = clusters.some(({ stateName, tags }) => stateName === 'DELETING' || isOurs(tags));
    const [users, entries] = hasSign ? await readOthers() : [[], []];
    return { project, readAt, clusters, users, entries, retained: [] };
}
function readingOf({ entries, readAt }) {
    return { entries, askedAt: readAt };
}

;// CONCATENATED MODULE: ./build/actions/sweep/work.js



async function see(client, project, { sweep, before }) {
    const { rules, isOneProject } = sweep;
    const view = await look(client, project, { selects: rules.selects, isOneProject });
    return await sceneOf(view, { sweep, before });
}
async function sceneOf(view, { sweep, before }) {
    const { rules, retainBackups, dryRun, wait } = sweep;
    return { view, plan: await planOf(view, { rules, before, retainBackups, projectFollows: dryRun && wait }) };
}
function findingOf({ project }, { thing, why }) {
    return { kind: thing.kind, name: nameOf(thing), project: project.name, why };
}

;// CONCATENATED MODULE: ./build/actions/sweep/remove-one.js










async function removeOne(work, doomed) {
    try {
        while ((await tryOnce(work, doomed)) === 'again')
            ;
    }
    catch (error) {
        if (work.client.signal.aborted || error instanceof errors/* TimedOut */.GA)
            throw error;
        fail(work, doomed, error);
    }
}
async function tryOnce(work, doomed) {
    const { client, first } = work;
    const isUnsure = doomed.isOrphan && work.scene === first;
    const { now, end } = await (0,fresh_look/* actOnFreshLook */.l)(client, {
        current: () => (isUnsure && work.scene === first ? undefined : work.scene.view),
        renew: () => renew(work),
        act: async (_, guarded) => {
            const now = await stillDoomed(work, doomed);
            return { now, end: now ? await remove(work, now.thing, guarded) : undefined };
        },
    });
    if (!now || end === undefined)
        letStand(work, doomed);
    else if (end === 'protected')
        await leaveProtected(work, now);
    else if (end === 'lags' && (await mayCloseAgain(work)))
        return 'again';
    else if (end === 'gone')
        gone(work, now);
    else
        work.kept.push({ thing: now.thing, why: `${now.why}, but ${end === 'lags' ? LAGS : end.why}` });
    return 'done';
}
async function renew(work) {
    const { client, project, sweep, first } = work;
    work.scene = await see(client, project, { sweep, before: first.view });
    return work.scene.view;
}
function fail(work, doomed, error) {
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
function isPermanent(thing) {
    if (thing.kind === 'user')
        return thing.user.deleteAfterDate === undefined;
    return thing.kind === 'access-list-entry' && thing.entry.expiresAt === undefined;
}
async function stillDoomed(work, doomed) {
    const { sweep, first, scene } = work;
    const find = () => work.scene.plan.doomed.find(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
    const found = find();
    const ask = sweep.rules.pullRequestState;
    if (!found?.pullRequest || !ask)
        return found;
    if ((await ask(found.pullRequest, { since: scene.view.readAt })) === 'closed')
        return found;
    work.scene = await sceneOf(scene.view, { sweep, before: first.view });
    return find();
}
async function remove({ project, scene, sweep }, thing, guarded) {
    const { retainBackups, log } = sweep;
    const groupId = project.id;
    switch (thing.kind) {
        case 'cluster':
            return await removeUnprotected(guarded, groupId, { cluster: thing.cluster, retainBackups, log });
        case 'user': {
            const { databaseName, username } = thing.user;
            await (0,database_users/* deleteDatabaseUser */.At)(guarded, { groupId, databaseName, username }, { repeat: 'if-not-executed' });
            return 'gone';
        }
        case 'access-list-entry':
            return await (0,remove_entry/* removeEntry */.b)(guarded, groupId, { entry: thing.entry, reading: readingOf(scene.view) });
        case 'project':
            return await (0,close_project/* closeProject */.a)(guarded, { id: groupId });
        default:
            throw new Error(`No such thing: ${JSON.stringify(thing)}`);
    }
}
async function removeUnprotected(client, groupId, removal) {
    try {
        await (0,remove_cluster/* removeCluster */.h)(client, groupId, removal);
        return 'gone';
    }
    catch (error) {
        if ((0,remove_cluster/* isProtectionRefusal */.i)(error))
            return 'protected';
        throw error;
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
async function mayCloseAgain({ sweep, client }) {
    const { clock, deadline, signal } = client;
    if (!sweep.wait || clock.now() + close_project/* CLOSE_AGAIN */.K > deadline.at)
        return false;
    await clock.sleep(close_project/* CLOSE_AGAIN */.K, signal);
    return true;
}
function letStand(work, doomed) {
    if (stands(work.scene.view, doomed.thing))
        tellIfOpened(work, doomed, 'was renewed');
    else
        gone(work, doomed);
}
async function leaveProtected(work, doomed) {
    await renew(work);
    const isShown = !work.scene.plan.doomed.some(({ thing }) => keyOf(thing) === keyOf(doomed.thing));
    if (!isShown)
        work.kept.push({ thing: doomed.thing, why: `${doomed.why}, but ${PROTECTED}` });
    tellIfOpened(work, doomed, 'was protected against termination');
}
function tellIfOpened(work, { thing, owner }, what) {
    if (thing.kind !== 'cluster' || !work.opened.has(owner))
        return;
    const why = `${what} just after its users and access entries had been removed: run provision once more`;
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

;// CONCATENATED MODULE: ./build/actions/sweep/sweep-project.js




async function sweepProject(client, project, { sweep, findings }) {
    const first = await see(client, project, { sweep });
    notePassedOver(first.view, sweep.rules, findings.passedOver);
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
const HELD = 'not all that belongs to it could be deleted: the next run tries again';
const NOT_TRIED = 'was not tried: Atlas could not be reached just before';

;// CONCATENATED MODULE: ./build/actions/sweep/main.js












async function sweepAway(inputs, context) {
    const startedAt = context.clock.now();
    if (inputs.repositories === undefined && context.job.repository === '') {
        throw new Error('GITHUB_REPOSITORY is not set, so nothing says whose environments are to be swept. Run the step in a workflow, or name them in repositories.');
    }
    const client = (0,atlas_session/* openClient */.My)(inputs, context);
    const scope = (await scopeOf(client, inputs)) ?? nowhere(inputs, context);
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
    for (const line of passedOverLines(findings.passedOver, (0,environment_repository/* repositoryOf */._M)(context.job)))
        context.log.info(line);
    if (dryRun && findings.deleted.length > 0)
        context.log.notice(`${findings.deleted.length} would be deleted. Set dry-run: false to sweep.`);
    return resultOf(findings, { scope: scope.words, dryRun, took: context.clock.now() - startedAt, cutShort });
}
function nowhere({ 'project-name': name }, { log }) {
    const words = `project "${name}"`;
    log.notice(`There is no ${words} (any more): nothing was swept. If it should be there, check project-name.`);
    return { projects: [], isOneProject: true, words };
}
function sweepOf(inputs, { client, context, findings, isOneProject, }) {
    const token = inputs['github-token'] ?? '';
    const onFailure = (failure) => void findings.failed.push(failure);
    return {
        rules: {
            own: (0,environment_repository/* repositoryOf */._M)(context.job),
            selects: repositoriesOf(inputs.repositories, context.job),
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
        await sweepProject(client, project, tools);
    }));
}
async function goingOn(client, { name }, { failed }, work) {
    try {
        await work();
    }
    catch (error) {
        if (client.signal.aborted || error instanceof errors/* TimedOut */.GA)
            throw error;
        if (error instanceof errors/* AtlasError */.qL && error.code === 'GROUP_NOT_FOUND')
            return;
        const why = (0,errors/* messageOf */.bD)(error);
        failed.push({ kind: 'project', name, project: name, why });
    }
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
