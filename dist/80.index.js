export const id = 80;
export const ids = [80];
export const modules = {

/***/ 1080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateAll: () => (/* binding */ validateAll)
});

// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
// EXTERNAL MODULE: ./build/actions/rights.js
var rights = __webpack_require__(3049);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
;// CONCATENATED MODULE: ./build/actions/validate/check.js

function ok(detail) {
    return { result: 'ok', detail, fix: '' };
}
function failed(detail, fix) {
    return { result: 'failed', detail, fix };
}
function unknown(detail, fix = '') {
    return { result: 'unknown', detail, fix };
}
function findingOf(error) {
    if (error instanceof errors/* AtlasError */.qL)
        return failed(error.facts, error.message.slice(error.facts.length).trim());
    if (error instanceof errors/* NetworkError */.Dr || error instanceof errors/* UnreadableAnswer */.ym)
        return failed((0,errors/* factsOf */.xS)(error), '');
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/validate/cluster-checks.js

const needs = [
    {
        what: 'is not on its way out',
        holds: ({ stateName }) => stateName !== 'DELETING',
        otherwise: 'It is being deleted.',
        fix: 'Name another cluster, or let provision make it again.',
        by: { provision: 'always', snapshot: 'always', restore: 'always', connect: 'always', backups: 'always' },
    },
    {
        what: 'is of a tier with backups',
        holds: ({ tier }) => tier !== 'M0',
        otherwise: 'It is a free cluster (M0), which has none.',
        fix: 'Use mongodump in the workflow, or a dedicated cluster (M10 and above).',
        by: { restore: 'always', backups: 'always' },
    },
    {
        what: 'is dedicated',
        holds: isDedicated,
        otherwise: 'Free (M0) and Flex clusters take no snapshots on demand.',
        fix: 'Use mongodump in the workflow, or a dedicated cluster (M10 and above).',
        by: { snapshot: 'always', restore: 'for databases, collections, point-in-time and safety-snapshot' },
    },
    {
        what: 'has backups on',
        applies: isDedicated,
        holds: ({ backupEnabled }) => backupEnabled,
        otherwise: 'Cloud backup is off.',
        fix: 'Turn it on: Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup; or backup: true of provision.',
        by: { snapshot: 'always', restore: 'as the source', backups: 'for more than old snapshots' },
    },
    {
        what: 'has continuous backup',
        applies: isDedicated,
        holds: ({ pitEnabled }) => pitEnabled,
        otherwise: 'Continuous backup is off.',
        fix: 'Turn it on: Atlas, cluster › Edit Configuration › Additional Settings; or point-in-time: true of provision.',
        by: { restore: 'for point-in-time and oplog' },
    },
    {
        what: 'is not paused',
        holds: ({ paused }) => !paused,
        otherwise: 'It is paused.',
        fix: 'Resume it, and wait until it is idle.',
        by: { snapshot: 'always', connect: 'always', restore: 'as the target', provision: 'to change it' },
    },
    {
        what: 'can be changed',
        holds: ({ tier }) => tier !== 'M0',
        otherwise: 'A free cluster (M0) cannot be changed once it is made.',
        fix: 'Choose another tier in Atlas, if it is to change.',
        by: { provision: 'to change it' },
    },
];
function isDedicated({ tier }) {
    return tier !== 'M0' && tier !== 'FLEX';
}
function checkCluster(cluster, wanted) {
    const found = { check: 'cluster', for: [], ...ok(factsOf(cluster)) };
    return [
        found,
        ...needs.flatMap((need) => {
            const users = wanted.filter((action) => need.by[action] !== undefined);
            if (users.length === 0 || need.applies?.(cluster) === false)
                return [];
            return [{ check: `cluster ${need.what}`, for: users, ...cluster_checks_findingOf(cluster, { need, users }) }];
        }),
    ];
}
function cluster_checks_findingOf(cluster, { need, users }) {
    if (need.holds(cluster))
        return ok('Yes.');
    if (users.some((action) => need.by[action] === 'always'))
        return failed(need.otherwise, need.fix);
    const conditions = users.map((action) => `${action} ${need.by[action]}`);
    return unknown(`${need.otherwise} It matters only to ${conditions.join('; ')}.`, need.fix);
}
function factsOf({ name, tier, edition, mongodbVersion, stateName, pitEnabled, backupEnabled }) {
    const backup = backupEnabled ? `backups on${pitEnabled ? ', with point in time' : ''}` : 'no backups';
    return `"${name}": ${tier}, edition ${edition.toLowerCase()}, MongoDB ${mongodbVersion ?? 'of an unknown version'}, ${stateName}, ${backup}.`;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/src/atlas/caller-address.js
var caller_address = __webpack_require__(4595);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/atlas/operation.js
var operation = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/atlas/optional.js
var optional = __webpack_require__(949);
;// CONCATENATED MODULE: ./build/src/atlas/system.js



const role = schemas/* object */.Ikc({ roleName: schemas/* string */.YjP(), groupId: optional/* optionalText */.mR, orgId: optional/* optionalText */.mR });
const get = (0,operation/* operation */.M)({
    method: 'GET',
    path: '',
    version: '2023-01-01',
    task: 'sign in',
    role: 'Organization Member',
    answer: schemas/* object */.Ikc({
        apiKey: schemas/* object */.Ikc({ roles: schemas/* array */.YOg(role) })
            .nullish()
            .catch(undefined),
    })
        .transform(({ apiKey }) => ({ roles: apiKey?.roles })),
});
function getCaller(client) {
    return client.call(get, { path: {} });
}

;// CONCATENATED MODULE: ./build/actions/validate/entrance.js





async function enter(client, kind) {
    try {
        const caller = await getCaller(client);
        const callerIp = await addressOf(client);
        const from = callerIp === undefined ? 'this runner' : callerIp;
        return {
            checks: [
                checkOf('credentials', ok(`Atlas accepts the ${kind}.`)),
                checkOf('API access list', ok(`The ${kind} may be used from ${from}.`)),
            ],
            caller,
            callerIp,
        };
    }
    catch (error) {
        const finding = findingOf(error);
        if (!finding || client.signal.aborted)
            throw error;
        return { checks: checksOf(error, { finding, kind }), caller: undefined, callerIp: addressIn(error) };
    }
}
const aboutTheAddress = new Set([
    'IP_ADDRESS_NOT_ON_ACCESS_LIST',
    'ORG_REQUIRES_ACCESS_LIST',
    'ORG_REQUIRES_WHITELIST',
]);
function checksOf(error, { finding, kind }) {
    const isRefusal = error instanceof errors/* AtlasError */.qL && error.status < 500 && error.status !== 429;
    if (!isRefusal)
        return [checkOf('Atlas answers', finding), checkOf('credentials', unknown('Nobody could be asked.'))];
    if (!aboutTheAddress.has(error.code ?? ''))
        return [checkOf('credentials', finding)];
    return [checkOf('credentials', ok(`Atlas accepts the ${kind}.`)), checkOf('API access list', finding)];
}
function checkOf(check, finding) {
    return { check, for: [], ...finding };
}
function addressIn(error) {
    if (!(error instanceof errors/* AtlasError */.qL) || error.code !== 'IP_ADDRESS_NOT_ON_ACCESS_LIST')
        return undefined;
    const [address] = error.parameters;
    return typeof address === 'string' && (0,external_node_net_.isIP)(address) > 0 ? address : undefined;
}
async function addressOf(client) {
    try {
        const address = await (0,caller_address/* getCallerAddress */.M)(client);
        return (0,external_node_net_.isIP)(address) > 0 ? address : undefined;
    }
    catch (error) {
        if (!findingOf(error) || client.signal.aborted)
            throw error;
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/src/atlas/backup-schedule.js
var backup_schedule = __webpack_require__(9669);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var clusters = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/atlas/collection-restore-jobs.js
var collection_restore_jobs = __webpack_require__(659);
// EXTERNAL MODULE: ./build/src/atlas/compliance-policy.js
var compliance_policy = __webpack_require__(6661);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/flex-clusters.js
var flex_clusters = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/atlas/flex-restore-jobs.js
var flex_restore_jobs = __webpack_require__(9526);
// EXTERNAL MODULE: ./build/src/atlas/flex-snapshots.js
var flex_snapshots = __webpack_require__(406);
// EXTERNAL MODULE: ./build/src/atlas/restore-jobs.js
var restore_jobs = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/atlas/snapshot-catalogue.js
var snapshot_catalogue = __webpack_require__(469);
// EXTERNAL MODULE: ./build/src/atlas/snapshots.js
var snapshots = __webpack_require__(4740);
// EXTERNAL MODULE: ./build/actions/backups/subject.js
var subject = __webpack_require__(5364);
;// CONCATENATED MODULE: ./build/actions/validate/probes.js













class NotAskable extends Error {
    name = 'NotAskable';
}
const probes = {
    clusters: { reads: 'the clusters', where: 'project', ask: clusters/* listClusters */.Ug },
    'flex-clusters': { reads: 'the Flex clusters', where: 'project', ask: flex_clusters/* listFlexClusters */.lW },
    'database-users': { reads: 'the database users', where: 'project', ask: database_users/* listDatabaseUsers */.Mr },
    'access-list': { reads: 'the network access list', where: 'project', ask: access_list/* listAccessList */.JJ },
    'compliance-policy': { reads: 'the backup compliance policy', where: 'project', ask: compliance_policy/* getCompliancePolicy */._ },
    'cluster-status': {
        reads: 'whether changes are rolled out',
        where: 'cluster',
        ask: except(['FLEX'], ({ client, address }) => (0,clusters/* getChangeStatus */.P5)(client, address)),
    },
    snapshots: { reads: 'the snapshots', where: 'cluster', ask: except(['M0'], someSnapshots) },
    'backup-schedule': {
        reads: 'the backup schedule',
        where: 'cluster',
        ask: except(['M0', 'FLEX'], ({ client, address }) => (0,backup_schedule/* getBackupSchedule */.O)(client, address)),
    },
    'restore-jobs': {
        reads: 'the restore jobs',
        where: 'cluster',
        ask: except(['M0'], ({ client, address, cluster }) => cluster.tier === 'FLEX' ? (0,flex_restore_jobs/* sampleFlexRestoreJobs */.o0)(client, address) : (0,restore_jobs/* sampleRestoreJobs */.p1)(client, address)),
    },
    'collection-restore-jobs': {
        reads: 'the restores of databases and collections',
        where: 'cluster',
        ask: except(['M0', 'FLEX'], ({ client, address }) => (0,collection_restore_jobs/* sampleCollectionRestoreJobs */.rc)(client, address)),
    },
    'snapshot-databases': { reads: 'what a snapshot holds', where: 'cluster', ask: except(['M0', 'FLEX'], lookInside) },
};
function except(tiers, ask) {
    return async (about) => {
        const { name, tier } = about.cluster;
        if (tiers.includes(tier))
            throw new NotAskable(`"${name}" is ${tier}, which has nothing of the kind.`);
        try {
            return await ask(about);
        }
        catch (error) {
            throw (0,subject/* isBackupOff */.wv)(error) ? new NotAskable(`Backups are off for "${name}".`) : error;
        }
    };
}
async function someSnapshots({ client, address, cluster }) {
    if (cluster.tier !== 'FLEX')
        return await (0,snapshots/* sampleSnapshots */.eK)(client, address, (0,clusters/* isSharded */.EG)(cluster) ? 'shardedCluster' : 'replicaSet');
    await (0,flex_snapshots/* listFlexSnapshots */.D)(client, address);
    return [];
}
async function lookInside(about) {
    const { client, address, cluster } = about;
    const completed = (await someSnapshots(about)).find(({ status }) => status === 'completed');
    if (!completed)
        throw new NotAskable(`"${cluster.name}" has no completed snapshot to look into.`);
    return await (0,snapshot_catalogue/* sampleSnapshotDatabases */.H4)(client, address, { snapshotId: completed.id, atMost: 1 });
}

;// CONCATENATED MODULE: ./build/actions/validate/read-checks.js


async function checkReads(needed, ground) {
    const byProbe = new Map();
    for (const one of needed) {
        for (const probe of one.right.probes ?? [])
            byProbe.set(probe, [...(byProbe.get(probe) ?? []), one]);
    }
    return await Promise.all([...byProbe].map(async ([name, users]) => {
        const finding = await tryOut(probes[name], ground);
        return { check: `read ${probes[name].reads}`, for: namesOf(users), ...judged(finding, users) };
    }));
}
function namesOf(users) {
    return [...new Set(users.map(({ action }) => action))];
}
function judged(finding, users) {
    const conditions = users.flatMap(({ action, right }) => (right.only === undefined ? [] : `${action} ${right.only}`));
    if (finding.result !== 'failed' || conditions.length < users.length)
        return finding;
    const words = [...new Set(conditions)].join('; ').replaceAll('`', '');
    return unknown(`${finding.detail} Needed only by ${words}.`, finding.fix);
}
async function tryOut(probe, ground) {
    try {
        const isAsked = await ask(probe, ground);
        return isAsked ? ok('Atlas answers.') : whyNotAsked(probe, ground);
    }
    catch (error) {
        if (error instanceof NotAskable)
            return unknown(`Not asked: ${error.message}`);
        const finding = findingOf(error);
        if (!finding || ground.client.signal.aborted)
            throw error;
        return finding;
    }
}
async function ask(probe, { client, groupId, cluster }) {
    if (groupId === undefined)
        return false;
    if (probe.where === 'project')
        await probe.ask(client, groupId);
    else if (cluster === undefined)
        return false;
    else
        await probe.ask({ client, cluster, address: { groupId, clusterName: cluster.name } });
    return true;
}
function whyNotAsked({ where }, { groupId, names }) {
    const what = groupId === undefined ? 'project' : where;
    return names[what]
        ? unknown(`Not asked: the ${what} cannot be read.`)
        : unknown(`Not asked: no ${what} is named.`, what === 'project' ? 'Give project-id.' : 'Give cluster-name.');
}

;// CONCATENATED MODULE: ./build/src/atlas/roles.js
const projectOwners = ['GROUP_OWNER', 'ORG_OWNER'];
const clusterManagers = ['GROUP_CLUSTER_MANAGER', ...projectOwners];
const backupManagers = ['GROUP_BACKUP_MANAGER', ...projectOwners];
const enough = {
    'Project Read Only': ['ORG_OWNER', 'ORG_READ_ONLY'],
    'Project Backup Creator': ['GROUP_BACKUP_CREATOR', ...backupManagers],
    'Project Backup Recovery Operator': ['GROUP_BACKUP_RECOVERY_OPERATOR', ...backupManagers],
    'Project Backup Export Operator': ['GROUP_BACKUP_EXPORT_OPERATOR', ...backupManagers],
    'Project Backup Manager': backupManagers,
    'Project Cluster Creator': ['GROUP_CLUSTER_CREATOR', ...clusterManagers],
    'Project Replica Set Manager': ['GROUP_REPLICA_SET_MANAGER', ...clusterManagers],
    'Project Cluster Manager': clusterManagers,
    'Project Database Access Admin': ['GROUP_DATABASE_ACCESS_ADMIN', ...projectOwners],
    'Project Network Access Manager': ['GROUP_NETWORK_ACCESS_MANAGER', ...projectOwners],
    'Project Owner': projectOwners,
    'Organization Read Only': ['ORG_READ_ONLY', 'ORG_OWNER'],
    'Organization Project Creator': ['ORG_GROUP_CREATOR', 'ORG_OWNER'],
};
function coversRole(granted, role, groupId) {
    const isHere = (grant) => grant.groupId === undefined || grant.groupId === groupId;
    return granted
        .filter(isHere)
        .some((grant) => role === 'Project Read Only' && grant.groupId !== undefined ? true : enough[role].includes(grant.roleName));
}

;// CONCATENATED MODULE: ./build/actions/validate/role-checks.js



function checkRoles(needed, { caller, groupId, kind }) {
    const changes = needed.filter(({ right }) => right.probes === undefined);
    const byRole = Map.groupBy(changes, ({ right }) => right.role);
    return [...byRole].map(([role, users]) => ({
        check: `${ROLE}«${role}»`,
        for: namesOf(users),
        ...judged(role_checks_findingOf(role, { caller, groupId, kind, purpose: purposeOf(users) }), users),
    }));
}
const ROLE = 'role ';
function isRoleCheck(check) {
    return check.startsWith(ROLE);
}
function articleOf(kind) {
    return kind === 'API key' ? 'this' : 'a';
}
function purposeOf(users) {
    return [...new Set(users.map(({ right }) => right.what))].join('; ');
}
const WHERE = 'Atlas, Organization › Access Manager › Applications';
function role_checks_findingOf(role, { caller, groupId, kind, purpose }) {
    const { roles } = caller;
    if (roles === undefined || roles.length === 0) {
        return unknown(`To ${purpose}. Atlas does not tell which roles ${articleOf(kind)} ${kind} has, and nothing was changed to find out.`, `See in ${WHERE}, whether it has «${role}» or one above it.`);
    }
    const isOfProject = role.startsWith('Project ');
    if (isOfProject && groupId === undefined)
        return unknown(`To ${purpose}. There is no project to ask about.`, 'Give project-id.');
    return coversRole(roles, role, groupId)
        ? ok(`To ${purpose}. The API key has it, or one above it.`)
        : failed(`To ${purpose}. The API key does not have it.`, `Give it «${role}» or one above it ${isOfProject ? 'in the project' : 'in the organization'}: ${WHERE}.`);
}

// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/projects.js
var atlas_projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/atlas/rights.js
var atlas_rights = __webpack_require__(738);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
;// CONCATENATED MODULE: ./build/actions/validate/sight.js






async function lookAround(client, named, caller) {
    const [organizations, projects, project] = await Promise.all([
        attempt(client, () => (0,atlas_projects/* listAllOrganizations */.aw)(client)),
        attempt(client, () => (0,atlas_projects/* listProjects */.hF)(client)),
        findProject(client, named),
    ]);
    const checks = [
        sight_checkOf('organization', namesIn(organizations, 'organization')),
        sight_checkOf('projects', projectsIn(projects)),
    ];
    const known = 'found' in projects ? projects.found : undefined;
    if (!project)
        return { checks, groupId: undefined, cluster: undefined };
    checks.push(sight_checkOf('project', projectFinding(project, { named, known, caller })));
    const groupId = 'found' in project ? project.found.id : idAllTheSame(project, named);
    if (groupId === undefined || named.clusterName === undefined)
        return { checks, groupId, cluster: undefined };
    const { cluster, finding } = await lookAtCluster(client, { groupId, clusterName: named.clusterName });
    if (finding)
        checks.push(sight_checkOf('cluster', finding));
    return { checks, groupId, cluster };
}
async function attempt(client, question) {
    try {
        return { found: await question() };
    }
    catch (error) {
        const finding = findingOf(error);
        if (!finding || client.signal.aborted)
            throw error;
        return { finding, error };
    }
}
async function findProject(client, named) {
    const { projectId, projectName } = named;
    if (projectId !== undefined)
        return await attempt(client, () => (0,atlas_projects/* getProject */.U1)(client, projectId));
    if (projectName !== undefined)
        return await attempt(client, () => (0,atlas_projects/* getProjectByName */.QM)(client, projectName));
    return undefined;
}
const SHOWN = 5;
function namesIn(attempt, what) {
    if ('finding' in attempt)
        return unknown(attempt.finding.detail, attempt.finding.fix);
    const { found } = attempt;
    if (found.length === 0)
        return unknown(`These credentials see no ${what}.`);
    const shown = found.slice(0, SHOWN).map(({ name, id }) => `"${name}" (${id})`);
    return ok(`${(0,format/* formatCount */.B4)(found.length, what)}: ${shown.join(', ')}${found.length > SHOWN ? ' …' : ''}.`);
}
function projectsIn(attempt) {
    const isNone = 'found' in attempt && attempt.found.length === 0;
    return isNone
        ? failed('These credentials see no project at all.', 'Invite them to the project in Atlas: Project › Access Manager.')
        : namesIn(attempt, 'project');
}
function projectFinding(project, { named, known, caller }) {
    if ('found' in project)
        return ok(`"${project.found.name}" (${project.found.id}) can be read.`);
    const { projectId, projectName } = named;
    const isListed = known?.some(({ id, name }) => id === projectId || name === projectName) ?? true;
    if (isListed || !(0,atlas_rights/* lacksRights */.o)(project.error))
        return unlessRights(project);
    const which = projectId ?? `"${projectName}"`;
    const roles = caller.roles.map((role) => `"${role}"`).join(', ');
    return failed(`The ${caller.kind} has no role in project ${which}: it is not among the projects that Atlas lists for it. ${project.finding.detail}`, `Give it ${roles === '' ? 'a role' : `the ${caller.roles.length === 1 ? 'role' : 'roles'} ${roles}`} in that project: Atlas, Project › Access Manager. Or check ${projectId === undefined ? 'project-name' : 'project-id'}.`);
}
async function lookAtCluster(client, address) {
    const attempted = await attempt(client, () => (0,any_cluster/* findCluster */.KG)(client, address));
    if ('finding' in attempted)
        return { cluster: undefined, finding: unlessRights(attempted) };
    if (attempted.found)
        return { cluster: attempted.found, finding: undefined };
    const nearest = await attempt(client, async () => await explain/* unknownNames */.be.CLUSTER_NOT_FOUND?.(client, address));
    const fix = ('found' in nearest ? nearest.found : undefined) ?? 'Check cluster-name.';
    return {
        cluster: undefined,
        finding: failed(`There is no cluster "${address.clusterName}" in project ${address.groupId}.`, fix),
    };
}
function idAllTheSame({ error }, { projectId }) {
    return (0,atlas_rights/* lacksRights */.o)(error) ? projectId : undefined;
}
function unlessRights({ error, finding }) {
    return (0,atlas_rights/* lacksRights */.o)(error) ? unknown(finding.detail, finding.fix) : finding;
}
function sight_checkOf(check, finding) {
    return { check, for: [], ...finding };
}

;// CONCATENATED MODULE: ./build/actions/validate/main.js








async function validateAll(inputs, context) {
    const startedAt = context.clock.now();
    const client = (0,atlas_session/* openClient */.My)(inputs, context);
    const wanted = wantedActions(inputs);
    const kind = inputs['client-id'] === undefined ? 'API key' : 'service account';
    const entrance = await enter(client, kind);
    const checks = [...entrance.checks, ...(await checksInside(client, { inputs, wanted, entrance, kind }))];
    const failures = checks.filter(({ result }) => result === 'failed');
    for (const one of checks)
        context.log.info(lineOf(one));
    const isOk = failures.length === 0;
    return {
        outputs: { ok: isOk, checks, 'caller-ip': entrance.callerIp },
        summary: {
            title: isOk ? readyTitle(checks) : `Atlas is not ready: ${failures.length} of ${checks.length} checks failed`,
            facts: [
                ['Credentials', kind],
                ['For', wanted.join(', ')],
                ['Project', inputs['project-id'] ?? inputs['project-name']],
                ['Cluster', inputs['cluster-name']],
                ["The runner's address", entrance.callerIp],
                ['The step took', (0,format/* formatDuration */.a3)(context.clock.now() - startedAt)],
            ],
            table: { head: ['Check', 'Result', 'For', 'What was found', 'What to do'], rows: worstFirst(checks).map(rowOf) },
        },
        ...(!isOk && { failure: failureText(failures, checks.length) }),
    };
}
function readyTitle(checks) {
    const isOpen = checks.some(({ check, result }) => isRoleCheck(check) && result === 'unknown');
    return isOpen ? 'No problem found; roles could not be verified' : 'Atlas is ready';
}
function wantedActions(inputs) {
    const given = inputs.for ?? [];
    return given.length === 0 ? rights/* actionNames */.Bk : rights/* actionNames */.Bk.filter((name) => given.includes(name));
}
async function checksInside(client, { inputs, wanted, entrance, kind, }) {
    const { caller } = entrance;
    if (caller === undefined) {
        return [
            { check: 'everything else', result: 'unknown', for: [], detail: 'Not asked: the above comes first.', fix: '' },
        ];
    }
    const named = {
        projectId: inputs['project-id'],
        projectName: inputs['project-name'],
        clusterName: inputs['cluster-name'],
    };
    const needed = wanted.flatMap((action) => (0,rights/* rightsOf */.DY)(action).map((right) => ({ action, right })));
    const { checks, groupId, cluster } = await lookAround(client, named, { kind, roles: rolesFor(needed) });
    const names = {
        project: named.projectId !== undefined || named.projectName !== undefined,
        cluster: named.clusterName !== undefined,
    };
    return [
        ...checks,
        ...(cluster ? checkCluster(cluster, wanted) : []),
        ...(await checkReads(needed, { client, groupId, cluster, names })),
        ...checkRoles(needed, { caller, groupId, kind }),
    ];
}
function rolesFor(needed) {
    return [...new Set(needed.flatMap(({ right }) => (right.only === undefined ? right.role : [])))];
}
const order = ['failed', 'unknown', 'ok'];
function worstFirst(checks) {
    return order.flatMap((result) => checks.filter((one) => one.result === result));
}
function lineOf({ check, result, for: users, detail, fix }) {
    const whom = users.length > 0 ? ` (for ${users.join(', ')})` : '';
    return `${result.padEnd('unknown'.length)} ${check}${whom}: ${detail}${result === 'ok' || fix === '' ? '' : ` ${fix}`}`;
}
function rowOf({ check, result, for: users, detail, fix }) {
    return [check, result, users.length === rights/* actionNames */.Bk.length ? 'all' : users.join(', '), detail, fix];
}
function failureText(failures, all) {
    const lines = failures.map(({ check, for: users, detail, fix }) => [`- ${check}${users.length > 0 ? ` (for ${users.join(', ')})` : ''}:`, detail, fix].filter(Boolean).join(' '));
    return [`${failures.length} of ${all} checks failed; nothing was changed.`, ...lines].join('\n');
}


/***/ }),

/***/ 4432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ deleteAccessListEntry),
/* harmony export */   JJ: () => (/* binding */ listAccessList),
/* harmony export */   SF: () => (/* binding */ addAccessListEntries),
/* harmony export */   gd: () => (/* binding */ findAccessListEntry),
/* harmony export */   vw: () => (/* binding */ getEntryStatus)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9691);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _iso_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6400);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4941);







const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    cidrBlock: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    ipAddress: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    awsSecurityGroup: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    comment: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
    deleteAfterDate: _optional_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalText */ .mR,
})
    .transform(({ awsSecurityGroup, ipAddress, cidrBlock, comment, deleteAfterDate }) => ({
    address: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalAddress */ .Z5)(awsSecurityGroup ?? ipAddress ?? cidrBlock ?? ''),
    comment,
    expiresAt: (0,_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .readTime */ .a)(deleteAfterDate),
}));
const role = 'Project Network Access Manager';
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList',
    version: '2023-01-01',
    task: 'read the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_6__/* .pageOf */ .ZZ)(entry),
});
const add = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'POST',
    path: '/groups/{groupId}/accessList',
    version: '2023-01-01',
    task: 'add entries to the IP access list of project {groupId}',
    role,
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J(),
});
const one = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList/{entryValue}',
    version: '2023-01-01',
    task: 'read {entryValue} in the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: entry,
});
const remove = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}/accessList/{entryValue}',
    version: '2023-01-01',
    task: 'delete {entryValue} from the IP access list of project {groupId}',
    role,
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J(),
});
const status = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}/accessList/{entryValue}/status',
    version: '2023-01-01',
    task: 'read whether {entryValue} is active in the IP access list of project {groupId}',
    role: 'Project Read Only',
    answer: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ STATUS: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
});
function listAccessList(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_6__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
async function findAccessListEntry(client, place) {
    try {
        return await client.call(one, { path: pathOf(place) });
    }
    catch (error) {
        if (isNoEntry(error))
            return undefined;
        throw error;
    }
}
async function addAccessListEntries(client, { groupId, entries }, { onSend } = {}) {
    await client.call(add, { path: { groupId }, body: entries.map(toRequest), onSend });
}
async function deleteAccessListEntry(client, place, { onSend } = {}) {
    try {
        await client.call(remove, { path: pathOf(place), onSend });
        return true;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.status === 404)
            return false;
        throw error;
    }
}
async function getEntryStatus(client, place) {
    try {
        const { STATUS } = await client.call(status, { path: pathOf(place) });
        return STATUS;
    }
    catch (error) {
        if (isNoEntry(error))
            return 'MISSING';
        throw error;
    }
}
function isNoEntry(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND';
}
function pathOf({ groupId, address }) {
    return { groupId, entryValue: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) };
}
function toRequest({ address, comment, expiresAt }) {
    return {
        ...addressField(address),
        ...(comment !== undefined && { comment }),
        ...(expiresAt !== undefined && { deleteAfterDate: (0,_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(expiresAt) }),
    };
}
function addressField(address) {
    if ((0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecurityGroup */ .om)(address))
        return { awsSecurityGroup: address };
    return address.includes('/') ? { cidrBlock: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) } : { ipAddress: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasSpelling */ .W1)(address) };
}


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jl: () => (/* binding */ isSingleAddress),
/* harmony export */   VH: () => (/* binding */ whyNotPublic),
/* harmony export */   W1: () => (/* binding */ atlasSpelling),
/* harmony export */   Z5: () => (/* binding */ canonicalAddress),
/* harmony export */   _X: () => (/* binding */ isTooWide),
/* harmony export */   cj: () => (/* binding */ containsAddress),
/* harmony export */   om: () => (/* binding */ isSecurityGroup),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8280);

const NOT_ONE = 'is not an IP address, a CIDR block such as 198.51.100.0/24, or an AWS security group';
const SECURITY_GROUP = /^(?:\d{1,12}\/)?sg-[0-9a-f]{1,17}$/;
function parseAddress(text) {
    const plain = text.trim().toLowerCase();
    if (SECURITY_GROUP.test(plain))
        return { address: plain };
    const block = parseBlock(plain);
    return block ? { address: write(block) } : { problem: NOT_ONE };
}
function canonicalAddress(text) {
    const parsed = parseAddress(text);
    return 'address' in parsed ? parsed.address : text;
}
function sameAddress(one, other) {
    return canonicalAddress(one) === canonicalAddress(other);
}
function containsAddress(outer, inner) {
    const [wide, narrow] = [parseBlock(outer), parseBlock(inner)];
    if (!wide || !narrow || wide.ip.kind() !== narrow.ip.kind() || wide.bits >= narrow.bits)
        return false;
    return narrow.ip.match([wide.ip, wide.bits]);
}
const WIDEST = 8;
function isTooWide(address) {
    const block = parseBlock(address);
    if (!block)
        return false;
    const holdsIpv4 = block.ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 && IPV4_WITHIN_IPV6.match([block.ip, block.bits]);
    return block.bits < WIDEST || holdsIpv4;
}
const IPV4_WITHIN_IPV6 = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse('::ffff:0:0');
function isSecurityGroup(address) {
    return SECURITY_GROUP.test(address);
}
const notPublic = {
    private: 'a private address',
    uniqueLocal: 'a private address',
    loopback: 'an address of the machine itself (loopback)',
    linkLocal: 'a link-local address',
    carrierGradeNat: 'an address behind carrier-grade NAT',
    unspecified: 'no address at all',
    broadcast: 'a broadcast address',
    multicast: 'a multicast address',
};
function whyNotPublic(address) {
    const block = parseBlock(address);
    return block && notPublic[block.ip.range()];
}
function isSingleAddress(address) {
    return parseBlock(address) !== undefined && !canonicalAddress(address).includes('/');
}
function atlasSpelling(address) {
    const block = parseBlock(address);
    if (!block)
        return address;
    const ip = block.ip.toNormalizedString();
    return address.includes('/') ? `${ip}/${block.bits}` : ip;
}
function parseBlock(text) {
    const [host = '', prefix, ...rest] = text.split('/');
    const ip = host.includes('%') || rest.length > 0 ? undefined : parseHost(host);
    if (!ip)
        return undefined;
    const most = ip.kind() === 'ipv4' ? 32 : 128;
    if (prefix !== undefined && !(/^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most))
        return undefined;
    const bits = Number(prefix ?? most);
    return unmapped({ ip: bits === most ? ip : networkOf(ip, bits), bits });
}
function parseHost(host) {
    if (!host.includes(':'))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(host) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(host) : undefined;
    const [, groups = '', dotted] = host.match(/^(.*:)(\d+\.\d+\.\d+\.\d+)$/) ?? [];
    if (dotted === undefined)
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(host) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(host) : undefined;
    if (!ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(dotted))
        return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(dotted).octets;
    const written = `${groups}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(written) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(written) : undefined;
}
function networkOf(ip, bits) {
    const kind = ip.kind() === 'ipv4' ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4 : ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6;
    return kind.networkAddressFromCIDR(`${ip.toString()}/${bits}`);
}
function unmapped({ ip, bits }) {
    const isMapped = ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 && ip.isIPv4MappedAddress() && bits >= 96;
    return isMapped ? { ip: ip.toIPv4Address(), bits: bits - 96 } : { ip, bits };
}
function write({ ip, bits }) {
    const host = ip instanceof ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6 ? ip.toRFC5952String() : ip.toString();
    return bits === (ip.kind() === 'ipv4' ? 32 : 128) ? host : `${host}/${bits}`;
}


/***/ }),

/***/ 4595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ getCallerAddress)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);


const ipInfo = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .operation */ .M)({
    method: 'GET',
    root: '/api/private',
    path: '/ipinfo',
    version: undefined,
    task: "ask Atlas for the runner's address",
    role: 'Organization Member',
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ currentIpv4Address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
async function getCallerAddress(client) {
    const { currentIpv4Address } = await client.call(ipInfo, { path: {} });
    return currentIpv4Address;
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


/***/ })

};
