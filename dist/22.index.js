export const id = 22;
export const ids = [22];
export const modules = {

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writePreviewComment)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1425);


async function writePreviewComment({ job, github, log }, { token, projectId, environment, title, facts, onlyIfThere = false, }) {
    const issueNumber = job.pullRequest ?? (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestOf */ ._n)(environment);
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

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provisionEnvironment: () => (/* binding */ provisionEnvironment)
});

// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/environment/repository.js
var environment_repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
;// CONCATENATED MODULE: ./build/src/spec/render-plan.js
const kindNames = {
    project: 'project',
    cluster: 'cluster',
    user: 'user',
    'access-list-entry': 'access entry',
};
function planRows({ steps }) {
    return steps.map((step) => ({
        action: step.action,
        what: `${kindNames[step.kind]} ${step.name}`,
        details: step.changes.length > 0 ? step.changes.map(showChange).join('; ') : step.reason,
    }));
}
const signs = { create: '+', update: '~', unchanged: '=' };
function planLines(plan) {
    const lines = plan.steps.flatMap((step) => [
        `${signs[step.action]} ${kindNames[step.kind]} ${oneLine(step.name)}: ${step.action}, ${step.reason}`,
        ...step.changes.map((change) => `    ${oneLine(showChange(change))}`),
    ]);
    return [...lines, ...plan.notices.map((notice) => `! ${oneLine(notice)}`), countLine(plan)];
}
function planJson({ steps, notices }) {
    return JSON.stringify({ steps, notices });
}
function showChange({ field, from, to }) {
    return from === undefined ? `${field}: ${to}` : `${field}: ${from} → ${to}`;
}
function countLine({ steps }) {
    const count = (action) => steps.filter((step) => step.action === action).length;
    return `Plan: ${count('create')} to create, ${count('update')} to update, ${count('unchanged')} unchanged.`;
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

// EXTERNAL MODULE: ./build/src/spec/user-kinds.js
var user_kinds = __webpack_require__(3108);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/cluster-progress.js
var cluster_progress = __webpack_require__(2892);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/network-access/open.js
var network_access_open = __webpack_require__(8124);
// EXTERNAL MODULE: ./build/src/atlas/connection-strings.js
var connection_strings = __webpack_require__(8998);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(5481);
;// CONCATENATED MODULE: ./build/actions/provision/connect-all.js


function connectAll({ groupId, clusters, desired, standIns, database, context, }) {
    const userOf = (clusterName) => {
        const mayReach = ({ clusters: scopes }) => scopes === undefined || scopes.includes(clusterName);
        const wanted = desired.users.find(mayReach);
        const username = wanted && (standIns.get(wanted.username) ?? wanted.username);
        return desired.users.find((one) => one.username === username && one.kind === wanted?.kind);
    };
    const connections = new Map();
    const reachable = new Map();
    for (const cluster of clusters) {
        const own = userOf(cluster.name);
        const login = own && (0,actions_connection/* loginOf */.DQ)(own.kind, own);
        const options = login && { login, database, appName: (0,actions_connection/* appNameOf */.EG)(context.job.repository) };
        const alias = aliasOf(cluster.name, desired);
        const connection = options && (0,actions_connection/* connectionTo */.mQ)(cluster, options, context);
        if (connection)
            connections.set(alias, connection);
        reachable.set(alias, reachableAt(cluster, connection));
    }
    const [first] = clusters;
    const user = first && userOf(first.name);
    const main = first &&
        (0,actions_connection/* connectionOutputsOf */.K4)({
            cluster: first,
            connection: connections.get(aliasOf(first.name, desired)),
            groupId,
            username: user?.username,
            password: user?.password,
        });
    return {
        username: user?.username,
        outputs: {
            ...(main ?? { 'project-id': groupId }),
            ...(reachable.size > 0 && { 'connection-strings': Object.fromEntries(reachable) }),
        },
    };
}
function reachableAt(cluster, connection) {
    const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
    const address = standardSrv ?? standard;
    const endpoint = privateEndpoint[0];
    const plain = { srv: standardSrv, standard, private: privateSrv ?? peered ?? endpoint?.srv ?? endpoint?.standard };
    return { id: cluster.id, host: address === undefined ? undefined : (0,connection_strings/* hostOf */.w)(address), ...(connection ?? plain) };
}
function aliasOf(name, { clusters }) {
    return clusters.find((cluster) => cluster.name === name)?.alias ?? name;
}

// EXTERNAL MODULE: ./build/src/spec/context.js
var spec_context = __webpack_require__(5986);
// EXTERNAL MODULE: ./build/src/spec/interpret.js + 7 modules
var interpret = __webpack_require__(1139);
;// CONCATENATED MODULE: ./build/src/spec/flat.js


function desiredFromInputs(inputs, context) {
    const tags = parseTags(inputs.tags ?? []);
    const document = {
        clusters: [clusterDocument(inputs, tags.tags)],
        ...userDocuments(inputs, context),
    };
    const own = [...tags.problems, ...missing(inputs, context)];
    const resolution = (0,interpret/* interpret */.U)(document, context);
    const problems = 'issues' in resolution ? resolution.issues.filter(isNews).map(sayForInputs) : [];
    if ('issues' in resolution || own.length > 0)
        return { problems: [...own, ...problems] };
    return resolution;
}
function clusterDocument(inputs, tags) {
    return defined({
        name: inputs.clusterName,
        tier: inputs.tier,
        provider: inputs.provider,
        region: inputs.region,
        'mongodb-version': inputs.mongodbVersion,
        backup: inputs.backup,
        'point-in-time': inputs.pointInTime,
        'disk-size-gb': inputs.diskSizeGb,
        edition: inputs.edition,
        'max-storage-gb': inputs.maxStorageGb,
        'termination-protection': inputs.terminationProtection,
        tags,
    });
}
function userDocuments({ username, password, roles, database, clusterName }, context) {
    const { environment } = context;
    const name = username ?? (environment && (clusterName ?? (0,spec_context/* derivedName */.P)(context, environment)));
    if (name === undefined)
        return {};
    const usual = [database === undefined ? 'readWriteAnyDatabase' : `readWrite@${database}`];
    const clusters = clusterName === undefined ? undefined : [clusterName];
    return { users: [defined({ username: name, password, roles: roles?.length ? roles : usual, clusters })] };
}
function missing({ clusterName, username, password, roles, tags }, { environment, withoutEnvironment }) {
    const problems = [];
    if (clusterName === undefined && !environment)
        problems.push(['environment or cluster-name is required', withoutEnvironment ?? []].flat().join('. '));
    if (username === undefined && !environment) {
        if (password !== undefined)
            problems.push('password needs username: whose is it?');
        if (roles?.length)
            problems.push('roles needs username: whose are they?');
    }
    const keys = (tags ?? []).map((tag) => tag.split('=', 1)[0]?.trim());
    if (new Set(keys).size < keys.length)
        problems.push('tags has a key twice');
    return problems;
}
function parseTags(items) {
    const problems = [];
    const tags = items.map((item) => {
        const at = item.indexOf('=');
        if (at < 1)
            problems.push(`tags: ${JSON.stringify(item.slice(0, 80))} is not key=value`);
        return at < 1 ? [item, item] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
    });
    return { tags: Object.fromEntries(tags), problems };
}
function isNews({ path }) {
    return !(path.length === 2 && path[0] === 'clusters');
}
const inputNames = { name: 'cluster-name', regions: 'region' };
function sayForInputs({ path, message }) {
    const input = inputOf(path);
    return input === undefined ? `the project ${message}` : `${input} ${message}`;
}
function inputOf([section, , key]) {
    if (section === undefined || section === 'project')
        return undefined;
    if (section !== 'clusters' && section !== 'users')
        return String(section);
    return inputNames[String(key)] ?? String(key);
}
function defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/actions/provision/desired-spec.js



async function readDesiredSpec(inputs, context) {
    const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
    const environment = (0,actions_environment/* environmentOf */.p7)(context.job, {
        named: inputs.environment,
        namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
    });
    let standingNames = new Map();
    const desiredAt = (times) => {
        const specContext = { ...specContextOf(inputs, { environment, context }), standingNames, ...times };
        const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
        if ('problems' in result && result.problems)
            throw new Error(problemList(result.problems));
        if (!('desired' in result) || !result.desired)
            throw new Error('The spec was read without a result.');
        return result.desired;
    };
    let desired = desiredAt({ now: context.clock.now() });
    return {
        environment,
        desiredAt,
        desired: () => desired,
        useNames(names) {
            standingNames = new Map([...standingNames, ...names]);
            desired = desiredAt({ now: context.clock.now() });
        },
    };
}
function problemList(problems) {
    const [first = '', ...others] = problems;
    return others.length === 0 ? first : ['The spec needs a look:', ...problems.map((one) => `- ${one}`)].join('\n');
}
async function openConfig(value, context) {
    const { readConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(109)]).then(__webpack_require__.bind(__webpack_require__, 8109));
    return readConfig(value, context);
}
function specContextOf(inputs, { environment, context }) {
    const id = inputs['project-id'];
    const name = inputs['project-name'];
    const lifetime = inputs['expires-in-hours'];
    return {
        environment,
        withoutEnvironment: context.job.withoutPullRequest,
        defaults: {
            ...(0,environment_repository/* repositoryOf */._M)(context.job),
            runId: context.job.runId,
            project: id !== undefined ? { id } : name !== undefined ? { name } : undefined,
            organization: inputs.organization,
            expiresInHours: lifetime === undefined ? undefined : lifetime / 3_600_000,
        },
    };
}
function flatInputsOf(inputs) {
    return {
        clusterName: inputs['cluster-name'],
        tier: inputs.tier,
        provider: inputs.provider,
        region: inputs.region,
        mongodbVersion: inputs['mongodb-version'],
        backup: inputs.backup,
        pointInTime: inputs['point-in-time'],
        diskSizeGb: inputs['disk-size-gb'],
        edition: inputs.edition,
        maxStorageGb: inputs['max-storage-gb'],
        tags: inputs.tags,
        terminationProtection: inputs['termination-protection'],
        username: inputs.username,
        password: inputs.password,
        roles: inputs.roles,
        database: inputs.database,
    };
}

// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
;// CONCATENATED MODULE: ./build/actions/provision/ephemeral.js



function ephemeralWarnings({ desired, plan }, { environment }) {
    if (!environment)
        return [];
    const expiresAt = (0,environment_tags/* expiryOf */.p1)(desired.ownership);
    const end = expiresAt === undefined ? '' : `, which expires at ${(0,iso_time/* isoTime */.L)(expiresAt)} unless a later run renews it`;
    return desired.clusters.flatMap((cluster) => {
        const what = `Cluster "${cluster.name}" belongs to environment ${environment.name}${end}.`;
        if (becomesProtected(cluster, plan)) {
            return `${what} It is protected against termination: sweep leaves it and reports it, but teardown of the environment lifts the protection and deletes it. Leave environment out if it is to stay.`;
        }
        const isNamed = !(0,environment_environment/* looksDerived */._K)(cluster.name, environment);
        return isNamed && stepFor(cluster, plan)?.action === 'create'
            ? `${what} Sweep deletes it then, although it has a name of its own. Leave environment out if it is to stay.`
            : [];
    });
}
function becomesProtected(cluster, plan) {
    const step = stepFor(cluster, plan);
    return step?.changes.some(({ field, to }) => field === 'termination-protection' && to === true) === true;
}
function stepFor({ name }, { steps }) {
    return steps.find((step) => step.kind === 'cluster' && step.name === name);
}

;// CONCATENATED MODULE: ./build/actions/provision/explanations.js

const advice = {
    DUPLICATE_CLUSTER_NAME: 'There is such a cluster, but it does not show: it may be going just now. Run the step again in some minutes.',
    DUPLICATE_CLUSTER_NAME_PREFIX: 'Atlas makes host names of the first 23 characters of a name, and another cluster of the project begins with the same. Choose a name that differs earlier.',
    CLUSTER_NAME_PREFIX_INVALID: 'Atlas makes host names of the first 23 characters of a name, and they must not end in a hyphen. Choose another name.',
    ATLAS_RESERVED_CLUSTER_NAME: 'Atlas keeps names such as atlas-a1b2c3 for itself. Choose another name.',
    CLUSTER_ALREADY_REQUESTED_DELETION: 'Somebody has just deleted the cluster. Run the step again: it waits until that is done, then creates it anew.',
    CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API: 'A project has room for one free cluster (M0), and its organization needs an owner with a verified address. Use tier FLEX, or a project of its own.',
    MAX_CLUSTERS_PER_GROUP_EXCEEDED: 'The project has no room for another cluster: tear down what is not needed (teardown, sweep), use another project, or ask MongoDB for a higher limit.',
    OUT_OF_CAPACITY: 'Choose another region or tier, or run the step again later.',
    NO_CAPACITY: 'Choose another region or tier, or run the step again later.',
    REGION_UNAVAILABLE: 'Choose another region.',
    INVALID_REGION: 'Check region, as Atlas spells it (US_EAST_1, EU_WEST_1), and provider.',
    INVALID_ENUM_VALUE: 'Check tier, provider and region: Atlas does not know one of them, or not together.',
    GROUP_ALREADY_EXISTS: 'The organization has a project of this name that the API key or service account does not see: invite it to that project, or choose another project-name.',
    MAX_GROUPS_PER_ORG_EXCEEDED: 'The organization has no room for another project: delete one, or use an existing one.',
    GROUP_USERS_LIMIT_EXCEEDED: 'Users are shared by a whole project, which has no room for another: delete those of environments that are gone (teardown, sweep).',
    WEAK_PASSWORD: 'Choose a longer password, or leave it out and give password-seed.',
    COMMON_PASSWORD: 'Choose a password that nobody else has, or leave it out and give password-seed.',
    ATLAS_INVALID_USERNAME: 'Choose another username.',
    BLOCKED_USERNAME: 'Atlas keeps this name for itself. Choose another username.',
    ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED: 'The IP access list of the project is full: remove entries that are not needed (sync-network-access).',
    CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION: 'Security groups need a peering between your VPC and the project; without one, list addresses.',
    USER_ALREADY_EXISTS: 'There is such a user, but it does not show. Run the step again, or choose another username.',
};
const explanations = {
    ...explain/* unknownNames */.be,
    ...Object.fromEntries(Object.entries(advice).map(([code, text]) => [code, () => Promise.resolve(text)])),
};

// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/actions/preview-comment.js
var preview_comment = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/actions/provision/finish.js


async function warnOfWhatIsMissing(groupId, { client, inputs, context, outcome, users }) {
    if (inputs['password-seed'] !== undefined && users === 0) {
        context.log.warning('password-seed is given, but no user is asked for, so there is no connection string. Name a user, or use environment.');
    }
    if (outcome !== 'created')
        return;
    const entries = await (0,access_list/* listAccessList */.JJ)(client, groupId);
    if (entries.length > 0)
        return;
    context.log.warning(`The IP access list of project ${groupId} is empty: nobody can connect. Set runner-ip: true for the job's own address, or name addresses under network-access of a spec.`);
}
async function commentOn({ outputs }, { environment, inputs, context }) {
    if (!inputs.comment || !environment)
        return;
    const text = (value) => (typeof value === 'string' ? value : undefined);
    await (0,preview_comment/* writePreviewComment */.P)(context, {
        token: inputs['github-token'] ?? '',
        projectId: text(outputs['project-id']) ?? '',
        environment: environment.name,
        title: ['Atlas environment', ''],
        facts: [
            ['Cluster', text(outputs['cluster-name'])],
            ['MongoDB', text(outputs['mongodb-version'])],
            ['Host', text(outputs.host)],
            ['Expires', text(outputs['expires-at'])],
            ['Last run', `${text(outputs.outcome)}, ${context.job.runUrl}`],
        ],
    });
}

// EXTERNAL MODULE: ./build/src/atlas/access-list-writer.js
var access_list_writer = __webpack_require__(2678);
// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/fresh-look.js
var fresh_look = __webpack_require__(5741);
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
;// CONCATENATED MODULE: ./build/actions/provision/give-back.js







async function giveBack(client, work) {
    const left = [];
    const attempt = async (what, remove) => {
        try {
            const reason = await remove();
            if (reason !== undefined)
                left.push(`${what} was left in place: ${reason}`);
            else
                client.log(`${what}, created by this step, was removed again.`);
        }
        catch (error) {
            left.push(`${what} may be left. ${(0,errors/* messageOf */.bD)(error)}`);
        }
    };
    for (const user of work.users)
        await attempt(`Database user "${user.username}"`, () => removeUser(client, user, work));
    for (const address of work.addresses)
        await attempt(`Access entry ${address}`, () => removeEntry(client, address, work));
    return left;
}
async function look(client, groupId) {
    const readAt = client.clock.now();
    const clusters = await (0,any_cluster/* listClustersPatiently */.wd)(client, groupId);
    return { readAt, living: clusters.filter(({ stateName }) => stateName !== 'DELETING') };
}
function reasonToStay({ living }, { clusterNames, sharesList }) {
    const again = living.find(({ name }) => clusterNames.includes(name));
    if (again)
        return `another run has created cluster "${again.name}" again, and may use it.`;
    const other = sharesList ? living.find(({ tags }) => tags[environment_tags/* tagNames */.nP.environment] !== undefined) : undefined;
    return other && `another environment of the project (cluster "${other.name}") may use it.`;
}
function removeUser(client, user, { groupId, owner, clusterNames }) {
    return (0,fresh_look/* actOnFreshLook */.l)(client, {
        current: () => undefined,
        renew: () => look(client, groupId),
        act: async (seen, guarded) => {
            const reason = reasonToStay(seen, { clusterNames, sharesList: false });
            if (reason !== undefined)
                return reason;
            const address = { groupId, ...user };
            const there = await (0,database_users/* findDatabaseUser */.mG)(client, address);
            if (there && !(0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(there.description), owner))
                return 'it belongs to others by now.';
            if (there)
                await (0,database_users/* deleteDatabaseUser */.At)(guarded, address);
            return undefined;
        },
    });
}
function removeEntry(client, address, { groupId, owner, clusterNames }) {
    const decide = (entry) => (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(entry?.comment), owner) ? { kind: 'goes' } : { kind: 'stays' };
    return (0,fresh_look/* actOnFreshLook */.l)(client, {
        current: () => undefined,
        renew: () => look(client, groupId),
        act: async (seen, guarded) => {
            const reason = reasonToStay(seen, { clusterNames, sharesList: true });
            if (reason !== undefined)
                return reason;
            const { kind } = await (0,access_list_writer/* changeEntry */.df)(guarded, { groupId, address }, decide);
            return kind === 'goes' ? undefined : 'it is gone, or belongs to others by now.';
        },
    });
}

// EXTERNAL MODULE: ./build/src/spec/authors-text.js
var authors_text = __webpack_require__(6597);
// EXTERNAL MODULE: ./build/src/spec/plan-entries.js
var plan_entries = __webpack_require__(5839);
;// CONCATENATED MODULE: ./build/src/spec/plan-access-list.js


const MOST = 200;
const actions = {
    add: 'create',
    update: 'update',
    keep: 'unchanged',
    foreign: 'unchanged',
};
function planAccessList({ desired, actual, options }) {
    const existing = actual.accessList;
    const plans = (0,plan_entries/* planEntries */.W9)(desired.accessList, existing, { owner: (0,authors_text/* ownerOfPlan */.Qk)(options), now: options.now });
    const parts = plans.map(toPart);
    const added = plans.filter(({ action }) => action === 'add').length;
    if (added === 0 || existing.length + added <= MOST)
        return parts;
    const full = `the access list has ${existing.length} entries and would get ${added} more; Atlas takes ${MOST}. Remove some first (sync-network-access)`;
    return parts.map((part, index) => (index === 0 ? { ...part, problems: [full] } : part));
}
function toPart({ address, action, changes, reason, notice }) {
    return {
        step: { kind: 'access-list-entry', name: address, action: actions[action], changes, reason },
        ...(notice !== undefined && { notices: [notice] }),
    };
}

// EXTERNAL MODULE: ./build/src/spec/changes.js
var spec_changes = __webpack_require__(4560);
;// CONCATENATED MODULE: ./build/src/spec/atlas-changes.js
function atlasChanges(actual, desired) {
    return differences(actual, desired, 'atlas');
}
function differences(actual, desired, field) {
    if (isRecord(desired)) {
        const there = isRecord(actual) ? actual : {};
        return Object.entries(desired).flatMap(([key, value]) => differences(Object.hasOwn(there, key) ? there[key] : undefined, value, `${field}.${key}`));
    }
    if (covers(actual, desired))
        return [];
    const to = shown(desired);
    return [actual === undefined ? { field, to } : { field, from: shown(actual), to }];
}
function covers(actual, desired) {
    if (Array.isArray(desired)) {
        if (!Array.isArray(actual) || actual.length !== desired.length)
            return false;
        const left = [...actual];
        return desired.every((one) => {
            const at = left.findIndex((other) => covers(other, one));
            if (at >= 0)
                left.splice(at, 1);
            return at >= 0;
        });
    }
    if (isRecord(desired)) {
        return Object.entries(desired).every(([key, value]) => covers(isRecord(actual) && Object.hasOwn(actual, key) ? actual[key] : undefined, value));
    }
    if (typeof desired === 'string' && typeof actual === 'string')
        return actual.toLowerCase() === desired.toLowerCase();
    return (actual ?? null) === (desired ?? null);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function shown(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    return JSON.stringify(value) ?? 'nothing';
}

// EXTERNAL MODULE: ./build/src/atlas/cluster-answer.js + 1 modules
var cluster_answer = __webpack_require__(1838);
// EXTERNAL MODULE: ./build/src/spec/sizes.js
var sizes = __webpack_require__(6795);
;// CONCATENATED MODULE: ./build/src/spec/own-scaling.js


function decideSize(desired, actual) {
    const running = baseSizes(actual);
    if (running.length === 0)
        return {};
    if (desired.tier === undefined)
        return decideByBounds(desired, { running, actual });
    const wanted = comparable(desired.tier, actual);
    const others = running.filter((size) => size !== wanted);
    if (others.length === 0)
        return {};
    if (others.every((size) => isOwnDoing(size, { wanted, desired, actual }))) {
        return {
            notice: `runs at ${others.join(', ')}, not at ${wanted}: auto-scaling decides about its size, so tier changes nothing`,
        };
    }
    const bounds = boundsThatStay(desired, actual);
    if (bounds && !(0,sizes/* isBetween */.Bt)(wanted, bounds)) {
        return {
            problem: `tier cannot change from ${others.join(', ')} to ${wanted} while auto-scaling goes from ${shownBounds(bounds)}. Name auto-scaling.compute with bounds that hold ${wanted}, of its family (in a spec, as config)`,
        };
    }
    return { to: desired.tier, from: running };
}
function decideByBounds({ autoScaling }, { running, actual }) {
    const bounds = autoScaling?.compute && comparableBounds(autoScaling.compute, actual);
    if (!bounds || running.every((size) => (0,sizes/* isBetween */.Bt)(size, bounds)))
        return {};
    const { min } = bounds;
    const areBelow = running.every((size) => min !== undefined && (0,sizes/* isSameSeries */.oC)(size, min) && (0,sizes/* compareSizes */.mR)(size, min) < 0);
    if (min !== undefined && areBelow) {
        return {
            to: min,
            from: running,
            notice: `runs at ${running.join(', ')}, below the minimum of auto-scaling.compute, so it is made ${min}`,
        };
    }
    return {
        problem: `runs at ${running.join(', ')}, outside of auto-scaling.compute (${shownBounds(bounds)}), which Atlas refuses. Name a tier within the bounds too, or change them`,
    };
}
function isOwnDoing(size, { wanted, desired, actual }) {
    if (!(0,sizes/* isSameSeries */.oC)(size, wanted))
        return false;
    const present = scalingOf(actual);
    const { compute, disk } = desired.autoScaling ?? {};
    const named = present.compute && compute !== false ? (compute ?? present.compute) : undefined;
    const bounds = named && comparableBounds(named, actual);
    if (bounds && (0,sizes/* isBetween */.Bt)(size, { min: bounds.min ?? wanted, max: bounds.max }))
        return true;
    return present.disk && disk !== false && !compute && (0,sizes/* compareSizes */.mR)(size, wanted) > 0;
}
function boundsThatStay(desired, actual) {
    const { compute } = scalingOf(actual);
    if (desired.autoScaling?.compute !== undefined || !compute)
        return undefined;
    return comparableBounds(compute, actual);
}
function comparableBounds({ min, max }, actual) {
    return { min: min && comparable(min, actual), max: max && comparable(max, actual) };
}
function shownBounds({ min, max }) {
    return `${min ?? 'any size'} to ${max ?? 'any size'}`;
}
function growsDisks(desired, actual) {
    const present = scalingOf(actual);
    const { compute, disk } = desired.autoScaling ?? {};
    return (present.disk && disk !== false) || (present.compute !== false && compute !== false);
}
function scalingOf({ hardware }) {
    const scaling = hardware.flatMap(({ regions }) => regions).find(({ autoScaling }) => autoScaling)?.autoScaling;
    return scaling ?? { compute: false, disk: false, maxStorageGb: undefined };
}
function baseSizes(actual) {
    const groups = actual.hardware.flatMap(({ regions }) => regions).flatMap(baseGroups);
    return [...new Set(groups.flatMap(({ size }) => (size === undefined ? [] : [comparable(size, actual)])))];
}
function baseGroups({ electable, readOnly }) {
    return [electable, readOnly].filter((group) => group !== undefined).filter(({ nodes }) => nodes !== 0);
}
function diskSizes({ hardware }) {
    const groups = hardware.flatMap(({ regions }) => regions).flatMap(baseGroups);
    return [...new Set(groups.flatMap(({ diskSizeGb }) => (diskSizeGb === undefined ? [] : [Math.floor(diskSizeGb)])))];
}
function comparable(tier, { edition }) {
    const upper = tier.toUpperCase();
    return edition === cluster_answer/* INFINITE */.fZ ? (0,sizes/* withoutGeneration */.zp)(upper) : upper;
}

// EXTERNAL MODULE: ./build/src/spec/regions.js
var spec_regions = __webpack_require__(9592);
;// CONCATENATED MODULE: ./build/src/spec/regions-shown.js
function regionsShown(regions) {
    return regions
        .map(({ provider, region, nodes }) => `${provider} ${region}`.toUpperCase() + (nodes === undefined ? '' : ` × ${nodes}`))
        .join(', ');
}

;// CONCATENATED MODULE: ./build/src/spec/target-regions.js

function targetRegions({ regions, regionNaming }, shard, { edition }) {
    const there = electableRegions(shard);
    if (regionNaming !== 'all')
        return asItIs(regions, { there, shard, byCloud: regionNaming === 'cloud' });
    const kept = shard.regions.filter((one) => !regions.some((wanted) => isSame(wanted, one)) && hasOtherNodes(one));
    const nodes = nodesOf(regions, { there, totals: (0,spec_regions/* allowedTotals */.ID)(edition) });
    if ('problem' in nodes)
        return nodes;
    return {
        regions: [
            ...regions.map(({ provider, region }, index) => ({
                provider,
                region,
                nodes: nodes.counts[index] ?? 1,
                priority: spec_regions/* HIGHEST_PRIORITY */.AL - index,
                existing: shard.regions.find((one) => isSame({ provider, region }, one)),
            })),
            ...kept.map((existing) => ({ ...placeOf(existing), nodes: 0, priority: 0, existing })),
        ],
    };
}
function presentRegions(shard) {
    return shard.regions.map((existing, index) => ({
        ...placeOf(existing),
        nodes: existing.electable?.nodes ?? 0,
        priority: existing.priority ?? spec_regions/* HIGHEST_PRIORITY */.AL - index,
        existing,
    }));
}
function electableRegions({ regions }) {
    return regions
        .filter(({ electable }) => (electable?.nodes ?? 1) > 0)
        .toSorted((one, other) => (other.priority ?? 0) - (one.priority ?? 0));
}
function asItIs([wanted], { there, shard, byCloud }) {
    const [preferred, ...others] = there;
    const isRight = !wanted ||
        !preferred ||
        (byCloud ? preferred.provider.toUpperCase() === wanted.provider : isSame(wanted, preferred));
    if (isRight)
        return { regions: presentRegions(shard) };
    const names = there.map(({ provider, region }) => `${provider} ${region}`.toUpperCase()).join(', ');
    const to = `${wanted.provider} ${wanted.region}`;
    return others.length === 0
        ? { problem: `region cannot change from ${names} to ${to}: nothing of it would stay. ${ANOTHER_NAME}` }
        : {
            problem: `region is ${to}, but the cluster has electable nodes in ${names}. To change that, list all of them under regions in a spec (config); otherwise leave region out`,
        };
}
const ANOTHER_NAME = 'Choose another name for the new cluster, and bring the data over with restore';
function nodesOf(wanted, { there, totals }) {
    const named = wanted.some(({ nodes }) => nodes !== undefined);
    if (named)
        return { counts: wanted.map(({ nodes }) => nodes ?? 1) };
    const present = wanted.map((one) => there.find((other) => isSame(one, other))?.electable?.nodes);
    const added = present.filter((count) => count === undefined).length;
    const staying = present.reduce((sum, count) => sum + (count ?? 0), 0);
    const total = totals.find((count) => count >= staying + added);
    if (total === undefined || (added === 0 && total !== staying))
        return { problem: askForNodes(wanted, present) };
    let left = total - staying - added;
    return {
        counts: present.map((count) => {
            if (count !== undefined)
                return count;
            const extra = left;
            left = 0;
            return 1 + extra;
        }),
    };
}
function askForNodes(wanted, present) {
    const shown = wanted
        .map(({ provider, region }, index) => `${provider} ${region} (${present[index] ?? 'new'})`)
        .join(', ');
    return `regions does not say how many electable nodes there shall be: ${shown}. Name nodes for each of them, 3, 5 or 7 together`;
}
function hasOtherNodes({ readOnly, analytics }) {
    return (readOnly?.nodes ?? 0) > 0 || (analytics?.nodes ?? 0) > 0;
}
function placeOf({ provider, region }) {
    return { provider, region };
}
function isSame(one, other) {
    return `${one.provider} ${one.region}`.toUpperCase() === `${other.provider} ${other.region}`.toUpperCase();
}

;// CONCATENATED MODULE: ./build/src/spec/region-changes.js




function regionChanges(desired, actual) {
    if (desired.regions.length === 0)
        return [];
    if (!actual) {
        const nodes = (0,spec_regions/* newNodes */.yl)(desired);
        const isShared = desired.tier === 'M0' || desired.tier === 'FLEX';
        const shown = desired.regions.map((region, index) => ({ ...region, nodes: isShared ? undefined : nodes[index] }));
        return (0,spec_changes/* changeOf */.C2)('regions', undefined, regionsShown(shown));
    }
    const targets = actual.hardware.map((shard) => targetRegions(desired, shard, actual));
    const from = actual.hardware.map((shard) => shownOf(presentRegions(shard)));
    const to = targets.map((target) => ('regions' in target ? shownOf(target.regions) : undefined));
    return (0,spec_changes/* changeOf */.C2)('regions', different(from), different(to));
}
function regionProblem(desired, actual) {
    const { regions, regionNaming } = desired;
    if (regions.length === 0)
        return undefined;
    if (actual.hardware.length === 0)
        return sharedRegionProblem(desired, actual);
    const [first, ...others] = actual.hardware;
    const zones = new Set(actual.hardware.map(({ zoneName }) => zoneName));
    if (first && regionNaming === 'all' && zones.size > 1) {
        return `regions cannot be changed for a cluster with several zones (${[...zones].join(', ')}): change it in Atlas, and leave regions out`;
    }
    const targets = actual.hardware.map((shard) => targetRegions(desired, shard, actual));
    if (regionNaming !== 'all' && others.length > 0 && targets.some((target) => 'regions' in target))
        return undefined;
    const found = targets.find((target) => 'problem' in target);
    if (found && 'problem' in found)
        return found.problem;
    return first && nothingStays(desired, electableRegions(first));
}
function sharedRegionProblem({ regions, regionNaming }, actual) {
    const [wanted] = regions;
    const [there] = actual.regions;
    if (!wanted || !there)
        return undefined;
    const isCloud = there.provider.toUpperCase() === wanted.provider;
    if (isCloud && (regionNaming === 'cloud' || there.region.toUpperCase() === wanted.region))
        return undefined;
    return cannotMove([there], regions);
}
function nothingStays({ regions, regionNaming }, there) {
    if (regionNaming !== 'all' || there.length === 0)
        return undefined;
    const names = there.map(shownPlace);
    return regions.some((place) => names.includes(shownPlace(place))) ? undefined : cannotMove(there, regions);
}
function cannotMove(from, to) {
    const shown = [from, to].map((places) => places.map(shownPlace).join(', '));
    return `region cannot change from ${shown.join(' to ')}: nothing of it would stay. ${ANOTHER_NAME}`;
}
function shownPlace({ provider, region }) {
    return `${provider} ${region}`.toUpperCase();
}
function shownOf(regions) {
    const electable = regions.filter(({ nodes }) => nodes > 0);
    return regionsShown(electable.toSorted((one, other) => other.priority - one.priority));
}
function different(shown) {
    const all = [...new Set(shown.filter((one) => one !== undefined))];
    return all.length === 0 ? undefined : all.join(' | ');
}

;// CONCATENATED MODULE: ./build/src/spec/scaling-changes.js



function autoScalingChanges({ autoScaling, maxStorageGb }, actual) {
    const present = actual && presentScaling(actual);
    const sizeShown = actual?.edition === cluster_answer/* INFINITE */.fZ ? sizes/* withoutGeneration */.zp : (size) => size;
    if (present?.length === 0)
        return [];
    const { compute, disk } = autoScaling ?? {};
    return [
        ...(0,spec_changes/* changeOf */.C2)('auto-scaling.compute', shared(present, (one) => computeShown(one.compute, sizeShown)), compute === undefined
            ? undefined
            : computeShown(compute && { ...compute, scaleDown: compute.min !== undefined }, sizeShown)),
        ...(0,spec_changes/* changeOf */.C2)('auto-scaling.disk', shared(present, (one) => one.disk), disk),
        ...(0,spec_changes/* changeOf */.C2)('max-storage-gb', shared(present, (one) => one.maxStorageGb), maxStorageGb),
    ];
}
function presentScaling({ hardware }) {
    return hardware
        .flatMap(({ regions }) => regions)
        .map(({ autoScaling }) => autoScaling ?? { compute: false, disk: false, maxStorageGb: undefined });
}
function shared(present, read) {
    if (!present)
        return undefined;
    const [first, ...others] = [...new Set(present.map(read))];
    return others.length === 0 ? first : [first, ...others].map((value) => String(value ?? 'none')).join(', ');
}
function computeShown(compute, sizeShown) {
    if (!compute)
        return 'off';
    const [min, max] = [compute.min, compute.max].map((size) => (size && sizeShown(size.toUpperCase())) ?? 'any');
    return compute.scaleDown ? `${min} to ${max}` : `up to ${max}`;
}

// EXTERNAL MODULE: ./build/src/spec/tiers.js
var tiers = __webpack_require__(4164);
;// CONCATENATED MODULE: ./build/src/spec/versions.js
function majorOf(version) {
    return version.split('.').slice(0, 2).join('.');
}
function versionProblem(wanted, running) {
    if (wanted === undefined || running === undefined || wanted === majorOf(running))
        return undefined;
    const [to, from] = [wanted, running].map((version) => {
        const [major = 0, minor = 0] = version.split('.').map(Number);
        return { major, minor };
    });
    if (!to || !from)
        return undefined;
    if (to.major < from.major || (to.major === from.major && to.minor < from.minor)) {
        return `mongodb-version cannot go back from ${running} to ${wanted}. Leave it out, or restore into a new cluster`;
    }
    if (to.major - from.major <= 1)
        return undefined;
    return `mongodb-version cannot jump from ${running} to ${wanted}: Atlas goes one step at a time. Go to ${from.major + 1}.0 first`;
}

;// CONCATENATED MODULE: ./build/src/spec/cluster-changes.js








function clusterChanges(desired, actual) {
    return [
        ...(actual?.paused ? [{ field: RESUMPTION, from: true, to: false }] : []),
        ...(0,spec_changes/* changeOf */.C2)('edition', actual && editionShown(actual.edition), desired.edition && editionShown(desired.edition)),
        ...tierChange(desired, actual),
        ...regionChanges(desired, actual),
        ...(0,spec_changes/* changeOf */.C2)('mongodb-version', versionShown(desired, actual), desired.mongodbVersion),
        ...(0,spec_changes/* changeOf */.C2)('backup', actual?.backup, desired.backup),
        ...(0,spec_changes/* changeOf */.C2)('point-in-time', actual?.pointInTime, desired.pointInTime),
        ...diskChange(desired, actual),
        ...(0,spec_changes/* changeOf */.C2)('termination-protection', actual?.terminationProtection, desired.terminationProtection),
        ...(0,spec_changes/* changeOf */.C2)('shards', shardsShown(desired, actual), desired.shards),
        ...autoScalingChanges(desired, actual),
        ...(0,spec_changes/* tagChanges */.qM)(actual?.tags ?? {}, desired.tags),
        ...atlasChanges(actual?.raw ?? {}, desired.atlas),
    ];
}
const RESUMPTION = 'paused';
function expiryChanges({ tags }, { ownership }) {
    const to = (0,environment_tags/* expiryOf */.p1)(ownership);
    if (to === undefined || Math.abs(to - ((0,environment_tags/* expiryOf */.p1)(tags) ?? 0)) < 1_000)
        return [];
    return (0,spec_changes/* changeOf */.C2)(`tags.${environment_tags/* tagNames */.nP.expiresAt}`, tags[environment_tags/* tagNames */.nP.expiresAt], ownership[environment_tags/* tagNames */.nP.expiresAt]);
}
function repositoryChanges({ tags }, { ownership }) {
    return [environment_tags/* tagNames */.nP.repository, environment_tags/* tagNames */.nP.repositoryId].flatMap((name) => {
        const [from, to] = [tags[name], ownership[name]];
        return from?.toLowerCase() === to?.toLowerCase() ? [] : (0,spec_changes/* changeOf */.C2)(`tags.${name}`, from, to);
    });
}
function scalingNotices(desired, actual) {
    if ((0,tiers/* tierKind */.r)(actual.tier) !== 'dedicated')
        return [];
    const { notice } = decideSize(desired, actual);
    const grown = diskSizes(actual).filter((size) => desired.diskSizeGb !== undefined && size > desired.diskSizeGb);
    const disk = grown.length > 0 && growsDisks(desired, actual);
    return [
        ...(notice === undefined ? [] : [notice]),
        ...(disk
            ? [
                `has disks of ${grown.join(', ')} GB, not of ${desired.diskSizeGb}: auto-scaling decides about them, so disk-size-gb changes nothing`,
            ]
            : []),
    ].map((text) => `cluster "${actual.name}" ${text}`);
}
function tierChange(desired, actual) {
    if (!actual)
        return (0,spec_changes/* changeOf */.C2)('tier', undefined, desired.tier);
    if ((0,tiers/* tierKind */.r)(actual.tier) !== 'dedicated')
        return (0,spec_changes/* changeOf */.C2)('tier', actual.tier.toUpperCase(), desired.tier);
    const { from, to } = decideSize(desired, actual);
    return (0,spec_changes/* changeOf */.C2)('tier', from?.join(', '), to);
}
function versionShown({ mongodbVersion }, actual) {
    if (!actual)
        return undefined;
    return actual.mongodbVersion === undefined ? mongodbVersion : majorOf(actual.mongodbVersion);
}
function diskChange(desired, actual) {
    const { diskSizeGb } = desired;
    if (diskSizeGb === undefined)
        return [];
    if (!actual)
        return (0,spec_changes/* changeOf */.C2)('disk-size-gb', undefined, diskSizeGb);
    const others = diskSizes(actual).filter((size) => size !== diskSizeGb);
    if (others.length === 0)
        return [];
    if (others.every((size) => size > diskSizeGb) && growsDisks(desired, actual))
        return [];
    return [{ field: 'disk-size-gb', from: others.length === 1 ? (others[0] ?? '') : others.join(', '), to: diskSizeGb }];
}
function shardsShown({ shards }, actual) {
    if (!actual)
        return undefined;
    return actual.hardware.length === 0 ? shards : actual.hardware.length;
}
function editionShown(edition) {
    return edition.toLowerCase();
}

// EXTERNAL MODULE: ./build/src/spec/cluster-rules.js
var cluster_rules = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/spec/creation.js



const usualTier = 'FLEX';
const usualInfiniteTier = 'M10';
const usualRegion = { provider: 'AWS', region: spec_regions/* usualRegions */.Ox.AWS, nodes: undefined };
function newCluster(cluster, environment) {
    const tier = cluster.tier ?? (cluster.edition === cluster_answer/* INFINITE */.fZ ? usualInfiniteTier : usualTier);
    const [first = usualRegion, ...others] = cluster.regions;
    const problems = [];
    const missing = [cluster.tier ?? 'tier', cluster.regions.length > 0 || 'region'].filter((one) => one === 'tier' || one === 'region');
    if (!environment && missing.length > 0) {
        problems.push(`cluster "${cluster.name}" does not exist, and to create it ${missing.join(' and ')} must be given. If it should exist, check its name`);
    }
    if (cluster.tier === undefined) {
        for (const { key, message } of (0,cluster_rules/* ruleBreaches */.Of)(cluster, tier)) {
            problems.push(`cluster "${cluster.name}": ${key} ${message}. Name a tier: M10 and above`);
        }
    }
    if (cluster.edition === undefined && cluster.maxStorageGb !== undefined) {
        problems.push(`cluster "${cluster.name}": max-storage-gb needs edition: infinite`);
    }
    return { cluster: { ...cluster, tier, regions: [first, ...others] }, problems };
}

// EXTERNAL MODULE: ./build/src/spec/edition-rules.js
var edition_rules = __webpack_require__(2845);
;// CONCATENATED MODULE: ./build/src/spec/impossible-changes.js











function impossibleChanges(desired, actual) {
    const fatal = kindProblem(desired, actual) ?? editionProblem(desired, actual);
    const problems = fatal === undefined ? furtherProblems(desired, actual) : [fatal];
    return problems.filter((problem) => problem !== undefined).map((problem) => `cluster "${actual.name}": ${problem}`);
}
function furtherProblems(desired, actual) {
    const kind = (0,tiers/* tierKind */.r)(actual.tier);
    const breaches = [...(0,cluster_rules/* ruleBreaches */.Of)(desired, actual.tier), ...(0,edition_rules/* editionBreaches */.I)(desired, actual.edition)];
    return [
        regionProblem(desired, actual),
        ...(kind === 'free' ? freeProblems(desired, actual) : []),
        ...breaches.map(({ key, message }) => `${key} ${message}. Leave it out`),
        versionProblem(desired.mongodbVersion, actual.mongodbVersion),
        ...(kind === 'dedicated'
            ? [
                nvmeProblem(desired, actual),
                decideSize(desired, actual).problem,
                analyticsProblem(desired, actual),
                diskProblem(desired, actual),
                shardsProblem(desired, actual),
            ]
            : []),
    ];
}
function kindProblem({ tier }, actual) {
    if (tier === undefined || (0,tiers/* tierKind */.r)(tier) === (0,tiers/* tierKind */.r)(actual.tier))
        return undefined;
    return `tier cannot change from ${actual.tier} to ${tier}: ${tiers/* kindNames */.$[(0,tiers/* tierKind */.r)(actual.tier)]} stays one. ${ANOTHER_NAME}`;
}
function editionProblem({ edition }, actual) {
    if (edition === undefined || edition === actual.edition)
        return undefined;
    const [from, to] = [actual.edition, edition].map(editionShown);
    return `edition cannot change from ${from} to ${to}: it is chosen when a cluster is made. Choose another name for the new cluster, and bring the data over with mongodump and mongorestore`;
}
function freeProblems({ tags, atlas, terminationProtection }, actual) {
    const instead = 'Atlas never changes a free cluster (M0). Take FLEX, under another name';
    const fields = [
        ...(0,spec_changes/* tagChanges */.qM)(actual.tags, tags).map(({ field }) => field),
        ...atlasChanges(actual.raw, atlas).map(({ field }) => field),
        ...(terminationProtection === false && actual.terminationProtection ? ['termination-protection'] : []),
    ];
    return fields.map((field) => `${field} cannot change: ${instead}`);
}
function nvmeProblem({ tier, regions }, { tier: running, hardware }) {
    const wanted = tier ?? running;
    const places = regions.length > 0 ? regions : hardware.flatMap((shard) => shard.regions);
    if (!(0,sizes/* isNvme */.Jd)(wanted) || places.every(({ provider }) => provider !== 'GCP'))
        return undefined;
    return `${wanted} and GCP do not go together: NVMe ${cluster_rules/* NVME_CLOUDS */.G3}`;
}
function analyticsProblem(desired, actual) {
    const { to } = decideSize(desired, actual);
    if (to === undefined)
        return undefined;
    for (const { region, analytics, analyticsAutoScaling } of actual.hardware.flatMap(({ regions }) => regions)) {
        const bounds = analyticsAutoScaling?.compute;
        const follows = (analytics?.nodes ?? 0) > 0 && ((0,sizes/* isNvme */.Jd)(to) || (0,sizes/* isNvme */.Jd)(analytics?.size ?? ''));
        if (!bounds || !follows || (0,sizes/* isBetween */.Bt)(to, bounds))
            continue;
        return `tier cannot change to ${to} while the analytics nodes in ${region} scale from ${bounds.min ?? 'any size'} to ${bounds.max ?? 'any size'}: NVMe disks are on all nodes or on none. Change the auto-scaling of the analytics nodes in Atlas first (cluster › Edit Configuration)`;
    }
    return undefined;
}
function diskProblem(desired, actual) {
    const { diskSizeGb } = desired;
    const largest = Math.max(...diskSizes(actual));
    if (diskSizeGb === undefined || diskSizeGb >= largest || growsDisks(desired, actual))
        return undefined;
    return `disk-size-gb cannot shrink from ${largest} to ${diskSizeGb}. Leave it at ${largest}, or restore into a smaller cluster`;
}
function shardsProblem({ shards }, { clusterType, hardware }) {
    if (shards === undefined || hardware.length === 0)
        return undefined;
    if (clusterType === 'REPLICASET' && shards > 1) {
        return `shards cannot change from 1 to ${shards}: a replica set has to become a sharded cluster first. Do that in Atlas (cluster › Edit Configuration), then run the step again`;
    }
    if (shards > 1 || hardware.length === 1)
        return undefined;
    return `shards cannot change from ${hardware.length} to 1: a sharded cluster does not become a replica set. Restore into a new one`;
}

;// CONCATENATED MODULE: ./build/src/spec/plan-cluster.js








function planCluster(cluster, comparison) {
    const existing = comparison.actual.clusters.find(({ name }) => name === cluster.name);
    if (!existing || existing.state === 'DELETING')
        return planNew(cluster, existing, comparison);
    const of = { kind: 'cluster', name: cluster.name };
    const foreign = ownershipProblem(existing, comparison);
    if (foreign)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'is not ours, and stays as it is'), problems: [foreign] };
    const problems = [...impossibleChanges(cluster, existing), ...pauseProblems(existing, comparison)];
    if (problems.length > 0)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'cannot be what is asked for'), problems };
    const expiry = comparison.options.environment ? expiryChanges(existing, comparison.desired) : [];
    const takeover = comparison.options.environment ? repositoryChanges(existing, comparison.desired) : [];
    if ((0,tiers/* tierKind */.r)(existing.tier) === 'free') {
        const step = (0,spec_changes/* existingStep */.qV)(of, [], statusOf(existing));
        if (expiry.length === 0)
            return { step };
        return { step, notices: [`cluster "${cluster.name}" is a free cluster (M0): Atlas cannot renew its expiry`] };
    }
    const named = clusterChanges(cluster, existing);
    const changes = [...((0,tiers/* tierKind */.r)(existing.tier) === 'flex' ? named.filter(isForFlex) : named), ...expiry, ...takeover];
    return {
        step: (0,spec_changes/* existingStep */.qV)(of, changes, statusOf(existing)),
        notices: [
            ...scalingNotices(cluster, existing),
            ...resumptionNotices(existing),
            ...shorteningNotices(existing, comparison),
            ...renamingNotices(existing, comparison),
        ],
    };
}
function pauseProblems({ name, tier, paused }, { options }) {
    if (!paused)
        return [];
    if ((0,tiers/* tierKind */.r)(tier) === 'free') {
        return [
            `cluster "${name}" is a free cluster (M0) that Atlas has paused, and only its website resumes those: Atlas, cluster › Resume`,
        ];
    }
    if (options.environment || options.resume)
        return [];
    return [
        `cluster "${name}" is paused, so nobody can connect, and Atlas takes no change of it. Set resume: true to have it resumed`,
    ];
}
function resumptionNotices({ name, paused }) {
    return paused ? [`cluster "${name}" is paused; it is resumed`] : [];
}
function shorteningNotices({ name, tags }, { desired, options }) {
    const [from, to] = [(0,environment_tags/* expiryOf */.p1)(tags), (0,environment_tags/* expiryOf */.p1)(desired.ownership)];
    if (!options.environment || from === undefined || to === undefined || from - to < 1_000)
        return [];
    return [`cluster "${name}" expires earlier than before: at ${(0,iso_time/* isoTime */.L)(to)}, not ${(0,iso_time/* isoTime */.L)(from)}`];
}
function renamingNotices({ name, tags }, { desired, options }) {
    const [from, to] = [(0,environment_tags/* taggedRepository */.HX)(tags), (0,environment_tags/* taggedRepository */.HX)(desired.ownership)];
    if (!options.environment || !from || !to || (0,environment_repository/* hasSameName */.aV)(from, to))
        return [];
    return [
        `cluster "${name}" was created when this repository was called ${from.repository}; it is the environment's, and its tag says ${to.repository} from now on`,
    ];
}
function isForFlex({ field }) {
    return field.startsWith('tags.') || field === 'termination-protection';
}
function statusOf({ state }) {
    return state === 'CREATING' ? 'is still being created' : 'is as it should be';
}
function planNew(desired, leaving, { desired: { ownership }, options }) {
    const { cluster, problems } = newCluster(desired, options.environment);
    const changes = [
        ...clusterChanges(cluster, undefined),
        ...(0,spec_changes/* tagChanges */.qM)({}, ownership),
        ...(0,spec_changes/* changeOf */.C2)('name', undefined, desired.alias === desired.name ? undefined : desired.name),
    ];
    const reason = leaving ? 'the one of this name is being deleted; it is created as soon as that is gone' : undefined;
    return { step: (0,spec_changes/* newStep */.zu)({ kind: 'cluster', name: cluster.name }, changes, reason), problems };
}
function ownershipProblem({ name, tags }, { desired, options }) {
    const { environment } = options;
    const [theirs, ours] = [(0,environment_tags/* taggedRepository */.HX)(tags), (0,environment_tags/* taggedRepository */.HX)(desired.ownership)];
    const isUnclear = theirs === undefined && tags[environment_tags/* tagNames */.nP.repository] !== undefined;
    if (isUnclear) {
        return `cluster "${name}" has tags of this suite that do not tell one owner: a tag is given twice, or ${environment_tags/* tagNames */.nP.repositoryId} is no id. Correct them in Atlas, or choose another name`;
    }
    if (theirs && ours && !(0,environment_repository/* isSameRepository */.ve)(theirs, ours))
        return otherRepository(name, theirs, ours);
    if (!environment)
        return undefined;
    const owner = (0,environment_tags/* ownerOf */.bf)(tags, environment);
    if (owner === 'own')
        return undefined;
    if (owner === 'sibling') {
        const whose = tags[environment_tags/* tagNames */.nP.environment];
        const belongs = whose === undefined ? 'to no environment' : `to environment ${whose}`;
        return `cluster "${name}" was made by this repository, but belongs ${belongs}, not to ${environment.name}. Choose another name, or leave the environment out`;
    }
    return `cluster "${name}" exists and was not made by this suite (it has no tag ${environment_tags/* tagNames */.nP.repository}), so it cannot become environment ${environment.name}. Leave cluster-name out to have a cluster of its own, or leave environment out to update this one`;
}
function otherRepository(name, theirs, ours) {
    const whose = (0,environment_repository/* hasSameName */.aV)(theirs, ours)
        ? `tag ${environment_tags/* tagNames */.nP.repositoryId}: ${theirs.repositoryId}; it had the name ${theirs.repository} before this one, whose id is ${ours.repositoryId}`
        : `tag ${environment_tags/* tagNames */.nP.repository}: ${(0,environment_repository/* repositoryTag */.B1)(theirs.repository)}`;
    return `cluster "${name}" belongs to another repository (${whose}). Choose another name or another project`;
}

;// CONCATENATED MODULE: ./build/src/spec/plan-project.js

function planProject({ project }, { project: existing }) {
    if ('id' in project) {
        const step = (0,spec_changes/* existingStep */.qV)({ kind: 'project', name: existing?.name ?? project.id }, [], 'exists');
        if (existing)
            return { step };
        return {
            step,
            problems: [
                `project ${project.id} does not exist, or the credentials do not see it. Check project-id, or name a project to have it created`,
            ],
        };
    }
    const of = { kind: 'project', name: project.name };
    const changes = (0,spec_changes/* tagChanges */.qM)(existing?.tags ?? {}, project.tags);
    if (existing)
        return { step: (0,spec_changes/* existingStep */.qV)(of, changes) };
    return { step: (0,spec_changes/* newStep */.zu)(of, [...(0,spec_changes/* changeOf */.C2)('organization', undefined, project.organization), ...changes]) };
}

// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var atlas_nearest = __webpack_require__(675);
;// CONCATENATED MODULE: ./build/src/spec/plan-user.js






function planUser(user, comparison) {
    const of = { kind: 'user', name: user.username };
    const problems = scopeProblems(user, comparison);
    const { database } = user_kinds/* authentication */.j[user.kind];
    const existing = comparison.actual.users.find((other) => other.username === user.username && other.database === database);
    if (!existing)
        return { step: (0,spec_changes/* newStep */.zu)(of, userChanges(user, undefined)), problems };
    const changes = [...userChanges(user, existing), ...markChange(user, existing, comparison)];
    const clash = plan_user_kindProblem(user, existing) ?? plan_user_ownershipProblem(existing, changes, comparison);
    if (clash)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'cannot be what is asked for'), problems: [...problems, clash] };
    return {
        step: (0,spec_changes/* existingStep */.qV)(of, changes),
        problems,
        notices: [...expiryNotices(user, existing, comparison), ...passwordNotices(user, existing)],
    };
}
function userChanges(user, existing) {
    const { clusters } = user;
    return [
        ...(existing ? [] : (0,spec_changes/* changeOf */.C2)('authentication', undefined, user.kind)),
        ...(0,spec_changes/* changeOf */.C2)('roles', existing && rolesShown(existing.roles), rolesShown(user.roles)),
        ...(0,spec_changes/* changeOf */.C2)('clusters', existing && scopesShown(existing.clusters), clusters && scopesShown(clusters)),
        ...(0,spec_changes/* changeOf */.C2)('description', (0,authors_text/* authorsText */.cz)(existing?.description), user.description),
        ...expiryChange(user, existing),
        ...passwordChange(user, existing),
    ];
}
function markChange({ kind, password }, { description }, { options }) {
    return kind === 'password' && password === undefined ? [] : (0,authors_text/* idChange */.Ir)(description, (0,authors_text/* ownerOfPlan */.Qk)(options));
}
function rolesShown(roles) {
    return (0,spec_changes/* showSet */.UD)(roles.map(({ role, database, collection }) => `${role}@${database}${collection === undefined ? '' : `.${collection}`}`));
}
function scopesShown(clusters) {
    return clusters.length > 0 ? (0,spec_changes/* showSet */.UD)(clusters) : 'all';
}
function expiryChange(user, existing) {
    const { expiresAt } = user;
    if (expiresAt === undefined || (existing && existing.expiresAt === undefined))
        return [];
    if (!(0,spec_changes/* movesEnd */.yr)(existing?.expiresAt, user))
        return [];
    return (0,spec_changes/* changeOf */.C2)('expires-at', existing?.expiresAt && (0,iso_time/* isoTime */.L)(existing.expiresAt), (0,iso_time/* isoTime */.L)(expiresAt));
}
function passwordChange({ password }, existing) {
    return password === undefined || existing?.password === 'same' ? [] : [{ field: 'password', to: 'set' }];
}
function passwordNotices({ username, password }, existing) {
    if (password === undefined || existing.password !== 'different')
        return [];
    return [`the password of user "${username}" changes: whoever logs in with the former one is shut out`];
}
function expiryNotices({ username, kind, expiresAt, endsWithEnvironment }, existing, { desired }) {
    if (kind.startsWith('x509'))
        return [];
    const environmentEnds = (0,environment_tags/* expiryOf */.p1)(desired.ownership);
    if (endsWithEnvironment && environmentEnds !== undefined && existing.expiresAt !== undefined) {
        const ends = expiresAt ?? existing.expiresAt;
        if (ends >= environmentEnds || !(0,spec_changes/* isWorthwhile */.qG)(ends, environmentEnds))
            return [];
        return [
            `user "${username}" ends at ${(0,iso_time/* isoTime */.L)(ends)}, before its environment (${(0,iso_time/* isoTime */.L)(environmentEnds)}): Atlas makes no temporary user permanent, and lets none live longer than 7 days. Run provision again before then to extend it, or afterwards to have it made again`,
        ];
    }
    if (expiresAt !== undefined && existing.expiresAt === undefined) {
        return [
            `user "${username}" is permanent, and Atlas makes no permanent user temporary: it stays until it is removed`,
        ];
    }
    if (expiresAt === undefined && existing.expiresAt !== undefined) {
        return [`user "${username}" is temporary: Atlas removes it at ${(0,iso_time/* isoTime */.L)(existing.expiresAt)}`];
    }
    return [];
}
function plan_user_kindProblem({ username, kind }, existing) {
    if (existing.kind === kind)
        return undefined;
    return `user "${username}" exists with authentication ${existing.kind ?? 'of another kind'}, and Atlas cannot make it ${kind}. Delete it first, or choose another username`;
}
function plan_user_ownershipProblem(existing, changes, { options }) {
    const { username } = existing;
    const holder = (0,authors_text/* holderOf */.Kd)(existing.description, options);
    if (holder === 'own' || (holder === 'nobody' && !options.environment && changes.length === 0))
        return undefined;
    if (holder === 'nobody' && !options.environment) {
        const fields = changes.map(({ field }) => field).join(', ');
        return `user "${username}" was not made by this suite, and would change in ${fields}: whoever logs in with it may be shut out. Choose another username, or change it by hand; connect uses it as it is`;
    }
    const whose = holder === 'other' ? `was made for something else (${existing.description})` : 'was not made by this suite';
    const instead = options.environment
        ? 'choose another username, or leave it out to have one derived'
        : 'choose another username';
    return `user "${username}" exists in this project and ${whose}. Users are shared by a whole project: ${instead}`;
}
function scopeProblems({ username, clusters = [] }, { desired, actual }) {
    if (!actual.clusterNames)
        return [];
    const known = [...new Set([...desired.clusters.map(({ name }) => name), ...actual.clusterNames])];
    return clusters
        .filter((name) => !known.includes(name))
        .map((name) => {
        const [nearest] = (0,atlas_nearest/* nearestNames */.L)(name, known, 1);
        const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
        return `user "${username}" names the cluster "${name}", which is neither in the spec nor in the project${hint}`;
    });
}

;// CONCATENATED MODULE: ./build/src/spec/plan.js




function plan(desired, actual, options) {
    const parts = [
        planProject(desired, actual),
        ...desired.clusters.map((cluster) => planCluster(cluster, { desired, actual, options })),
        ...desired.users.map((user) => planUser(user, { desired, actual, options })),
        ...planAccessList({ desired, actual, options }),
    ];
    return {
        steps: parts.map(({ step }) => step),
        problems: parts.flatMap(({ problems = [] }) => problems),
        notices: parts.flatMap(({ notices = [] }) => notices),
    };
}
function changesNothing({ steps }) {
    return steps.every(({ action }) => action === 'unchanged');
}

;// CONCATENATED MODULE: ./build/actions/provision/history.js


function createHistory(log) {
    const all = new Map();
    const alive = new Map();
    const plans = [];
    let project;
    const done = (step, { isCreated, isSurprise }) => {
        const before = all.get(keyOf(step));
        const isUpdated = step.action === 'update' && !isSurprise;
        all.set(keyOf(step), {
            step: before?.isCreated ? before.step : step,
            isCreated: isCreated || before?.isCreated === true,
            changes: [...(before?.changes ?? []), ...(isUpdated ? step.changes : [])],
        });
    };
    const finalStep = (step) => {
        const { isCreated = false, changes = [] } = all.get(keyOf(step)) ?? {};
        if (isCreated)
            return { ...(all.get(keyOf(step))?.step ?? step), action: 'create' };
        const { kind, name } = step;
        if (changes.length === 0)
            return { kind, name, action: 'unchanged', changes, reason: unchangedReason(step) };
        const fields = [...new Set(changes.map(({ field }) => field))].join(', ');
        return { kind, name, action: 'update', changes, reason: `differs in ${fields}` };
    };
    return {
        planned(plan) {
            if (plans.length > 0 && !changesNothing(plan)) {
                log('Atlas is not as it was read before. What is left to do:');
                for (const line of planLines(plan))
                    log(line);
            }
            plans.push(plan);
        },
        done,
        seen(clusters) {
            for (const cluster of clusters)
                if (cluster.stateName !== 'DELETING')
                    alive.set(cluster.name, cluster);
        },
        alive: () => [...alive.values()],
        plan() {
            const steps = new Map(plans.flatMap((plan) => plan.steps.map((step) => [keyOf(step), step])));
            const notices = new Set(plans.flatMap((plan) => plan.notices));
            return { steps: [...steps.values()].map(finalStep), notices: [...notices], problems: [] };
        },
        inProject(groupId) {
            project = groupId;
        },
        groupId: () => project,
        outcome() {
            const steps = this.plan().steps;
            if (steps.every(({ action }) => action === 'unchanged'))
                return 'unchanged';
            const isMain = ({ kind }) => kind === 'cluster' || kind === 'project';
            return steps.some((step) => step.action === 'create' && isMain(step)) ? 'created' : 'updated';
        },
        created: (kind) => [...all.values()].filter((one) => one.isCreated && one.step.kind === kind).map(({ step }) => step.name),
    };
}
function keyOf({ kind, name }) {
    return `${kind} ${name}`;
}
function unchangedReason({ action, reason }) {
    return action === 'unchanged' ? reason : 'was created by another run meanwhile, and is as it should be';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/atlas/operation.js
var operation = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/atlas/optional.js
var optional = __webpack_require__(949);
;// CONCATENATED MODULE: ./build/src/atlas/cluster-configurations.js



const validate = (0,operation/* operation */.M)({
    method: 'POST',
    path: '/groups/{groupId}/clusterConfigurations:validate',
    version: '2025-03-12',
    task: 'have the configuration of a cluster in project {groupId} judged',
    role: 'Project Cluster Manager',
    answer: schemas/* object */.Ikc({
        valid: schemas/* boolean */.zMY(),
        errors: schemas/* array */.YOg(schemas/* object */.Ikc({ errorCode: optional/* optionalText */.mR, validationIssue: optional/* optionalText */.mR }))
            .nullish()
            .transform((errors) => errors ?? []),
    }),
});
async function validateConfiguration(client, { groupId, clusterName, description }) {
    const body = { editing: clusterName !== undefined, ...(clusterName !== undefined && { clusterName }) };
    const { valid, errors } = await client.call(validate, {
        path: { groupId },
        body: { ...body, clusterDescription: description },
    });
    if (valid)
        return [];
    const problems = errors.map(({ errorCode, validationIssue }) => ({ code: errorCode, issue: validationIssue }));
    return problems.length > 0 ? problems : [{ code: undefined, issue: undefined }];
}

;// CONCATENATED MODULE: ./build/src/spec/hardware-rules.js


const UPDATE_CLUSTER = 'Admin API, operation updateGroupCluster (2024-10-23)';
const companionRules = [
    {
        field: 'diskSizeGB',
        value: ({ diskSizeGb, like, ...context }) => (hasDisks(context) ? (diskSizeGb ?? diskOf(like)) : undefined),
        source: `${UPDATE_CLUSTER}: "MongoDB Cloud requires this parameter if you set replicationSpecs"; CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER in terraform-provider-mongodbatlas#2846`,
    },
    {
        field: 'ebsVolumeType',
        value: (context) => (hasProvisionedDisks(context) ? context.like?.volumeType : undefined),
        source: `${UPDATE_CLUSTER}: AWSHardwareSpec20240805 alone has ebsVolumeType, STANDARD by default`,
    },
    {
        field: 'diskIOPS',
        value: (context) => (hasProvisionedDisks(context) ? context.like?.diskIops : undefined),
        source: `${UPDATE_CLUSTER}: diskIOPS of AWS; terraform-provider-mongodbatlas#2 and #439`,
    },
    {
        field: 'diskIOPS',
        value: (context) => isOn('AZURE', context) && hasDisks(context) && keepsDisk(context) && (0,sizes/* compareSizes */.mR)(context.size, AZURE_IOPS) >= 0
            ? context.like?.diskIops
            : undefined,
        source: `${UPDATE_CLUSTER}: diskIOPS of AzureHardwareSpec20240805, for M40 and greater without NVMe`,
    },
];
const AZURE_IOPS = 'M40';
function companionsOf(context) {
    return Object.fromEntries(companionRules.flatMap(({ field, value }) => {
        const found = value({ ...context, like: withoutNvme(context.like) });
        return found === undefined ? [] : [[field, found]];
    }));
}
function withoutNvme(like) {
    return like?.size !== undefined && (0,sizes/* isNvme */.Jd)(like.size) ? undefined : like;
}
function hasDisks({ edition, size }) {
    return edition !== cluster_answer/* INFINITE */.fZ && !(0,sizes/* isNvme */.Jd)(size);
}
function diskOf(like) {
    return like?.diskSizeGb;
}
function hasProvisionedDisks(context) {
    const type = context.like?.volumeType;
    return isOn('AWS', context) && hasDisks(context) && type !== undefined && type !== 'STANDARD';
}
function keepsDisk({ diskSizeGb, like }) {
    return diskSizeGb === undefined || like?.diskSizeGb === undefined || Math.floor(like.diskSizeGb) === diskSizeGb;
}
function isOn(cloud, { provider, likeProvider }) {
    return provider.toUpperCase() === cloud && likeProvider.toUpperCase() === cloud;
}

;// CONCATENATED MODULE: ./build/src/spec/scaling-request.js
function mergedScaling(present, desired) {
    const { compute, disk } = desired?.autoScaling ?? {};
    return {
        compute: compute === undefined ? present?.compute : compute && { ...compute, scaleDown: compute.min !== undefined },
        disk: disk ?? present?.disk,
        maxStorageGb: desired?.maxStorageGb,
    };
}
function autoScalingFields({ compute, disk, maxStorageGb }, { isInfinite }) {
    return scaling_request_defined({
        compute: compute === undefined ? undefined : computeFields(compute),
        diskGB: disk === undefined || isInfinite ? undefined : { enabled: disk },
        storageConfig: isInfinite && maxStorageGb !== undefined ? { shardSizeLimitGB: maxStorageGb } : undefined,
    });
}
function computeFields(compute) {
    if (!compute)
        return { enabled: false, scaleDownEnabled: false };
    const { min, max, scaleDown } = compute;
    return {
        enabled: true,
        scaleDownEnabled: scaleDown,
        ...scaling_request_defined({ minInstanceSize: min, maxInstanceSize: max }),
    };
}
function scaling_request_defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/spec/hardware-request.js






function changedShards(change) {
    const { desired, actual } = change;
    const shards = actual.hardware;
    const wanted = desired.shards ?? shards.length;
    const kept = shards.slice(0, Math.max(1, wanted));
    const neighbour = kept.at(-1);
    const added = neighbour
        ? Array.from({ length: Math.max(0, wanted - shards.length) }, () => ({ ...neighbour, id: undefined }))
        : [];
    return [...kept, ...added].map((shard) => changedShard(shard, change));
}
function changedShard(shard, change) {
    const { desired, actual, changed } = change;
    const target = changed('regions') ? targetRegions(desired, shard, actual) : { regions: presentRegions(shard) };
    if ('problem' in target)
        throw new Error(target.problem);
    const regionConfigs = target.regions.map((region) => regionFields(region, { shard, change }));
    return { ...scaling_request_defined({ id: shard.id, zoneName: shard.zoneName }), regionConfigs };
}
function regionFields({ provider, region, nodes, priority, existing }, { shard, change }) {
    const like = existing ?? neighbourOf(shard, provider);
    const base = baseSize(like, shard, change);
    const group = (kind, { size, count }) => size === undefined ? undefined : groupFields(kind, { size, count, provider, like, change });
    const [readOnly, analytics] = [existing?.readOnly, existing?.analytics];
    const hadElectable = (existing?.electable?.nodes ?? 0) > 0;
    return scaling_request_defined({
        providerName: provider.toUpperCase(),
        regionName: region.toUpperCase(),
        priority,
        electableSpecs: nodes > 0 || hadElectable
            ? group(existing?.electable ?? like?.electable, { size: base, count: nodes })
            : undefined,
        readOnlySpecs: (readOnly?.nodes ?? 0) > 0 ? group(readOnly, { size: base, count: readOnly?.nodes ?? 0 }) : undefined,
        analyticsSpecs: (analytics?.nodes ?? 0) > 0
            ? group(analytics, { size: analyticsSize(analytics, base), count: analytics?.nodes ?? 0 })
            : undefined,
        ...scalingFields(like, change),
    });
}
function baseSize(like, shard, change) {
    const { desired, actual, changed } = change;
    return ((changed('tier') ? decideSize(desired, actual).to : undefined) ??
        like?.electable?.size ??
        like?.readOnly?.size ??
        shard.regions.map(({ electable }) => electable?.size).find((size) => size !== undefined));
}
function analyticsSize(analytics, base) {
    const size = analytics?.size;
    if (size === undefined || base === undefined)
        return base ?? size;
    return (0,sizes/* isNvme */.Jd)(size) || (0,sizes/* isNvme */.Jd)(base) ? base : size;
}
function groupFields(nodes, { size, count, provider, like, change: { desired, actual, changed }, }) {
    const companions = companionsOf({
        provider,
        edition: actual.edition,
        like: nodes,
        likeProvider: like?.provider ?? provider,
        size,
        diskSizeGb: changed('disk-size-gb') ? desired.diskSizeGb : undefined,
    });
    return { instanceSize: size, nodeCount: count, ...companions };
}
function neighbourOf({ regions }, provider) {
    const electable = regions.filter((region) => region.electable?.nodes !== 0);
    return electable.find((one) => one.provider.toUpperCase() === provider.toUpperCase()) ?? electable[0] ?? regions[0];
}
function scalingFields(like, { desired, actual, changed }) {
    const names = changed('auto-scaling.compute') || changed('auto-scaling.disk') || changed('max-storage-gb');
    const merged = mergedScaling(like?.autoScaling, names ? desired : undefined);
    const isInfinite = actual.edition === cluster_answer/* INFINITE */.fZ;
    return scaling_request_defined({
        autoScaling: names || hardware_request_isOn(merged) ? autoScalingFields(merged, { isInfinite }) : undefined,
        analyticsAutoScaling: analyticsScaling(like?.analyticsAutoScaling, { disk: merged.disk ?? false, isInfinite }),
    });
}
function analyticsScaling(scaling, { disk, isInfinite }) {
    const merged = { ...mergedScaling(scaling, undefined), disk };
    return scaling && (hardware_request_isOn(scaling) || disk) ? autoScalingFields(merged, { isInfinite }) : undefined;
}
function hardware_request_isOn({ compute, disk }) {
    return (compute !== undefined && compute !== false) || disk === true;
}

;// CONCATENATED MODULE: ./build/src/spec/cluster-requests.js







function creationBody(cluster, ownership) {
    const tags = (0,optional/* tagList */.Tw)({ ...cluster.tags, ...ownership });
    const body = {
        name: cluster.name,
        tags,
        ...scaling_request_defined({ terminationProtectionEnabled: cluster.terminationProtection }),
    };
    const [first] = cluster.regions;
    if ((0,tiers/* tierKind */.r)(cluster.tier) === 'flex') {
        return { ...body, providerSettings: { backingProviderName: first.provider, regionName: first.region } };
    }
    const sharded = (cluster.shards ?? 1) > 1;
    const replicationSpecs = Array.from({ length: cluster.shards ?? 1 }, () => ({
        regionConfigs: regionConfigs(cluster),
    }));
    return merge({
        ...body,
        clusterType: sharded ? 'SHARDED' : 'REPLICASET',
        replicationSpecs,
        ...scaling_request_defined({
            databaseEdition: cluster.edition === cluster_answer/* INFINITE */.fZ ? cluster_answer/* INFINITE */.fZ : undefined,
            backupEnabled: cluster.backup ?? cluster.pointInTime,
            pitEnabled: cluster.pointInTime,
            mongoDBMajorVersion: cluster.mongodbVersion,
        }),
    }, cluster.atlas);
}
function regionConfigs(cluster) {
    const { tier, regions, diskSizeGb, autoScaling, maxStorageGb, edition } = cluster;
    if ((0,tiers/* tierKind */.r)(tier) === 'free') {
        const [{ provider, region }] = regions;
        const config = {
            providerName: 'TENANT',
            backingProviderName: provider,
            regionName: region,
            priority: spec_regions/* HIGHEST_PRIORITY */.AL,
        };
        return [{ ...config, electableSpecs: { instanceSize: tier } }];
    }
    const nodes = (0,spec_regions/* newNodes */.yl)(cluster);
    const isInfinite = edition === cluster_answer/* INFINITE */.fZ;
    const disk = isInfinite || (0,sizes/* isNvme */.Jd)(tier) ? undefined : diskSizeGb;
    const scaling = autoScaling || maxStorageGb !== undefined ? mergedScaling(undefined, cluster) : undefined;
    return regions.map(({ provider, region }, index) => ({
        providerName: provider,
        regionName: region,
        priority: spec_regions/* HIGHEST_PRIORITY */.AL - index,
        electableSpecs: { instanceSize: tier, nodeCount: nodes[index], ...scaling_request_defined({ diskSizeGB: disk }) },
        ...scaling_request_defined({ autoScaling: scaling && autoScalingFields(scaling, { isInfinite }) }),
    }));
}
const hardwareFields = /^(tier|disk-size-gb|regions|shards|auto-scaling\..+|max-storage-gb)$/;
function updateBody(cluster, changes, { actual, ownership }) {
    const changed = (field) => changes.some((change) => change.field === field);
    const changesTags = changes.some(({ field }) => field.startsWith('tags.'));
    const renewed = Object.entries(ownership).filter(([name]) => changed(`tags.${name}`));
    const body = scaling_request_defined({
        backupEnabled: changed('backup') ? cluster.backup : undefined,
        pitEnabled: changed('point-in-time') ? cluster.pointInTime : undefined,
        terminationProtectionEnabled: changed('termination-protection') ? cluster.terminationProtection : undefined,
        mongoDBMajorVersion: changed('mongodb-version') ? cluster.mongodbVersion : undefined,
        tags: changesTags ? (0,optional/* tagList */.Tw)({ ...actual.tags, ...cluster.tags, ...Object.fromEntries(renewed) }) : undefined,
        replicationSpecs: changes.some(({ field }) => hardwareFields.test(field))
            ? changedShards({ desired: cluster, actual, changed })
            : undefined,
    });
    return changes.some(({ field }) => field.startsWith('atlas.')) ? merge(body, cluster.atlas) : body;
}
function merge(base, over) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const there = merged[key];
        merged[key] = cluster_requests_isRecord(there) && cluster_requests_isRecord(value) ? merge(there, value) : value;
    }
    return merged;
}
function cluster_requests_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/actions/provision/judgement.js





async function judged(planned, { client, spec }) {
    const { plan, desired } = planned;
    if (plan.problems.length > 0)
        return planned;
    const steps = plan.steps.filter(({ kind, action }) => kind === 'cluster' && action !== 'unchanged');
    const notices = [];
    for (const step of steps) {
        const cluster = desired.clusters.find(({ name }) => name === step.name);
        const configuration = cluster && configurationOf(cluster, { step, planned, spec });
        if (configuration)
            notices.push(...(await ask(client, step, configuration)));
    }
    return { ...planned, plan: { ...plan, notices: [...plan.notices, ...notices] } };
}
async function ask(client, { name }, configuration) {
    try {
        const problems = await validateConfiguration(client, configuration);
        return problems.map((problem) => `Atlas would refuse cluster "${name}": ${reasonOf(problem)}`);
    }
    catch (error) {
        if (client.signal.aborted)
            throw error;
        client.log(`Atlas did not judge the configuration of cluster "${name}", which stops nothing: ${(0,errors/* messageOf */.bD)(error)}`);
        return [];
    }
}
function reasonOf({ code, issue }) {
    if (code === undefined && issue === undefined)
        return 'it gives no reason';
    return [issue, code && `(${code})`].filter((part) => part !== undefined).join(' ');
}
function configurationOf(cluster, { step, planned, spec }) {
    const { reading, desired } = planned;
    const groupId = reading.state.project?.id;
    if (groupId === undefined)
        return undefined;
    if (step.action === 'create') {
        const made = newCluster(cluster, spec.environment).cluster;
        if ((0,tiers/* tierKind */.r)(made.tier) !== 'dedicated')
            return undefined;
        return { groupId, clusterName: undefined, description: creationBody(made, desired.ownership) };
    }
    const actual = reading.state.clusters.find(({ name }) => name === cluster.name);
    if (!actual || (0,tiers/* tierKind */.r)(actual.tier) !== 'dedicated')
        return undefined;
    const changes = step.changes.filter(({ field }) => field !== 'paused');
    const body = updateBody(cluster, changes, { actual, ownership: desired.ownership });
    const description = { name: actual.name, clusterType: actual.clusterType, ...body };
    return { groupId, clusterName: actual.name, description };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/environment/passwords.js
var passwords = __webpack_require__(6209);
;// CONCATENATED MODULE: ./build/actions/provision/passwords.js



const STAND_IN_HOURS = 24;
function createPasswords({ seed, owner, mask, log }) {
    const random = new Map();
    const standIns = new Map();
    const fingerprintOf = remembering(passwords/* passwordFingerprint */.WE);
    const decideOne = (user, { desired, place }) => {
        if (user.kind !== 'password' || user.password !== undefined)
            return [user];
        const { groupId, now } = place;
        const existing = place.existing.find(({ username }) => username === user.username);
        if (seed !== undefined) {
            return groupId === undefined
                ? [user]
                : [{ ...user, password: derived(user, { desired, existing, groupId, seed }) }];
        }
        const made = random.get(user.username);
        if (existing && (made === undefined || !isPasswordOf(existing, { groupId, password: made }))) {
            random.delete(user.username);
            return [user, standInFor(user, now)];
        }
        return [{ ...user, password: made ?? newPassword(user.username) }];
    };
    const derived = (user, { desired, existing, groupId, seed: source, }) => {
        const { username, clusters = [] } = user;
        const names = [
            ...clusters,
            ...desired.clusters.map(({ name }) => name),
            ...(existing?.scopes ?? []).map(({ name }) => name),
        ];
        const candidates = [...new Set(names.length > 0 ? names : [''])].map((clusterName) => (0,passwords/* derivePassword */.Jn)(source, { projectId: groupId, clusterName, username }));
        const inForce = existing && candidates.find((password) => isPasswordOf(existing, { groupId, password }));
        const password = inForce ?? candidates[0] ?? '';
        mask(password);
        return password;
    };
    const newPassword = (username) => {
        const password = (0,passwords/* randomPassword */.tN)();
        mask(password);
        random.set(username, password);
        return password;
    };
    const standInFor = (user, now) => {
        const known = standIns.get(user.username);
        if (known)
            return known;
        const latest = now + STAND_IN_HOURS * 3_600_000;
        const username = `${user.username}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
        const standIn = {
            ...user,
            username,
            password: newPassword(username),
            expiresAt: Math.min(user.expiresAt ?? latest, latest),
            endsWithEnvironment: false,
        };
        standIns.set(user.username, standIn);
        log(`Nobody here knows the password of "${user.username}", so "${username}" is created for a day. With password-seed every run has the same user.`);
        return standIn;
    };
    const isPasswordOf = (existing, { groupId, password }) => {
        const mark = (0,owner_mark/* readMark */.Mp)(existing.description);
        if (groupId === undefined || !(0,owner_mark/* isMarkOf */.zx)(mark, owner))
            return false;
        return mark?.fingerprint === fingerprintOf(password, { projectId: groupId, username: existing.username });
    };
    return {
        withStandIns: (desired) => ({ ...desired, users: [...desired.users, ...standIns.values()] }),
        decide: (desired, place) => ({
            ...desired,
            users: desired.users.flatMap((user) => decideOne(user, { desired, place })),
        }),
        compare: (desired, { groupId, existing }) => (actual) => {
            const wanted = desired.users.find(({ username }) => username === actual.username);
            const user = existing.find(({ username }) => username === actual.username);
            if (wanted?.password === undefined || groupId === undefined || !user)
                return 'unknown';
            return isPasswordOf(user, { groupId, password: wanted.password }) ? 'same' : 'different';
        },
        get standIns() {
            const needed = [...standIns].filter(([wanted]) => !random.has(wanted));
            return new Map(needed.map(([wanted, { username }]) => [wanted, username]));
        },
    };
}
function remembering(compute) {
    const known = new Map();
    return (password, user) => {
        const key = JSON.stringify([password, user.projectId, user.username]);
        const fingerprint = known.get(key) ?? compute(password, user);
        known.set(key, fingerprint);
        return fingerprint;
    };
}

// EXTERNAL MODULE: ./build/src/atlas/last-look.js
var last_look = __webpack_require__(6453);
// EXTERNAL MODULE: ./build/src/atlas/access-list-readiness.js
var access_list_readiness = __webpack_require__(5665);
;// CONCATENATED MODULE: ./build/src/spec/apply-access-list.js




async function applyAccessList(client, work) {
    const { groupId, entries, steps, reading } = work;
    const planned = entries.filter(({ address }) => steps.some(({ kind, name, action }) => kind === 'access-list-entry' && name === address && action !== 'unchanged'));
    if (planned.length === 0 && !work.forJob)
        return { addresses: new Set(), at: undefined, existing: [] };
    const written = await (0,access_list_writer/* writeLacking */.$0)(client, { groupId, lacking: lackingFor(client, work) }, reading);
    work.forJob?.onOpened(written.existing);
    const others = planned.filter(({ address }) => !written.addresses.has(address)).map(({ address }) => address);
    if (others.length > 0)
        client.log(`Somebody else has added ${others.join(', ')} to the IP access list meanwhile; it stays as it is.`);
    return written;
}
async function waitUntilOpen(client, work, written) {
    const { groupId, entries, reading, owner, forJob } = work;
    const isOwn = ({ address, comment }) => entries.some((entry) => entry.address === address) && (0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(comment), owner);
    const own = (reading?.entries ?? []).filter(isOwn).map(({ address }) => address);
    const addresses = [...new Set([...written.addresses, ...own, ...(forJob ? [forJob.address] : [])])];
    await (0,access_list_readiness/* waitUntilSettled */.D)(client, {
        groupId,
        lacking: lackingFor(client, work),
        addresses,
        written,
        shared: forJob?.address,
    });
}
function lackingFor(client, { entries, owner, forJob }) {
    return (existing) => {
        const listed = (0,plan_entries/* entriesToWrite */.pA)((0,plan_entries/* planEntries */.W9)(entries, existing, { owner, now: client.time.forExpiry() }));
        const more = forJob?.lacking(existing) ?? [];
        return [...listed, ...more.filter(({ address }) => !entries.some((entry) => entry.address === address))];
    };
}

// EXTERNAL MODULE: ./build/src/atlas/create-once.js
var create_once = __webpack_require__(2279);
;// CONCATENATED MODULE: ./build/src/spec/outcome.js
const asPlanned = { isCreated: false, isSurprise: false };

// EXTERNAL MODULE: ./build/src/spec/read-actual.js
var read_actual = __webpack_require__(6296);
;// CONCATENATED MODULE: ./build/src/spec/apply-cluster.js









async function applyCluster(client, work) {
    const { step, existing } = work;
    if (step.action === 'create' || !existing)
        return await create(client, work);
    if (step.action === 'unchanged')
        return { ...asPlanned, cluster: existing };
    try {
        return { ...asPlanned, cluster: await update(client, work, existing) };
    }
    catch (error) {
        if (!(0,any_cluster/* isMissingCluster */.R$)(error))
            throw error;
        client.log(`Cluster "${work.address.clusterName}" was not found when it was to be changed; looking again.`);
        return { cluster: existing, isCreated: false, isSurprise: true };
    }
}
async function create(client, work) {
    const { address, desired, environment, existing, ownership } = work;
    if (existing) {
        client.log(`Cluster "${address.clusterName}" is being deleted; waiting until it is gone.`);
        await (0,cluster_readiness/* waitUntilGone */.Ly)(client, address, existing);
    }
    const { cluster } = newCluster(desired, environment);
    const { thing, isNew, isAnswer } = await (0,create_once/* createOnce */.U)(client, {
        create: () => (0,any_cluster/* createAnyCluster */.F0)(client, address.groupId, { tier: cluster.tier, body: creationBody(cluster, ownership) }),
        find: () => (0,any_cluster/* findCluster */.KG)(client, address, cluster.tier),
        takenCodes: ['DUPLICATE_CLUSTER_NAME'],
        passingCodes: ['CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP'],
        what: `cluster "${address.clusterName}"`,
    });
    if (!isAnswer && thing.stateName === 'DELETING')
        return await create(client, { ...work, existing: thing });
    if (!isAnswer && !isOurs(thing, work)) {
        throw new Error(`Cluster "${address.clusterName}" has just been made by somebody else, for something else. Choose another name, or run the step again.`);
    }
    client.log(`Cluster "${address.clusterName}" ${isNew ? 'is being created' : 'has been made by another job meanwhile'}.`);
    return { cluster: thing, isCreated: isNew, isSurprise: !isAnswer };
}
function isOurs({ tags }, { environment, ownership }) {
    if (environment)
        return (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own';
    const ours = (0,environment_tags/* taggedRepository */.HX)(ownership);
    return ours !== undefined && (0,environment_tags/* isMadeBy */.P5)(tags, ours);
}
async function update(client, work, existing) {
    const { address, desired, step, ownership } = work;
    const { tier } = existing;
    const cluster = existing.stateName === 'CREATING' ? await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster: existing }) : existing;
    const change = (body) => (0,create_once/* changeSafely */.x)(client, () => (0,any_cluster/* updateAnyCluster */.kv)(client, address, { tier, body }));
    const resumes = step.changes.some(isResumption);
    const resumed = resumes ? await change({ paused: false }) : cluster;
    const others = step.changes.filter((one) => !isResumption(one));
    if (others.length === 0)
        return resumed;
    const body = updateBody(desired, others, { actual: (0,read_actual/* actualCluster */.L)(cluster), ownership });
    return await change(body);
}
function isResumption({ field }) {
    return field === RESUMPTION;
}

;// CONCATENATED MODULE: ./build/src/spec/apply-user.js








const DESCRIPTION_ROOM = 100;
const SCOPE_CODES = ['ATLAS_SCOPE_CLUSTER_NOT_FOUND'];
async function applyUser(client, work) {
    switch (work.step.action) {
        case 'create':
            return await apply_user_create(client, work);
        case 'update':
            return await apply_user_update(client, work);
        case 'unchanged':
            return asPlanned;
        default:
            throw new Error(`No such action: ${String(work.step.action)}`);
    }
}
async function apply_user_create(client, work) {
    const { groupId, desired } = work;
    const { database: databaseName, field, value } = user_kinds/* authentication */.j[desired.kind];
    const address = { groupId, databaseName, username: desired.username };
    const body = {
        username: desired.username,
        databaseName,
        ...fieldsOf(work),
        roles: rolesOf(desired),
        ...(field !== undefined && { [field]: value }),
    };
    const { isNew, isAnswer } = await (0,create_once/* createOnce */.U)(client, {
        create: () => (0,database_users/* createDatabaseUser */.PO)(client, groupId, body),
        find: () => (0,database_users/* findDatabaseUser */.mG)(client, address),
        takenCodes: ['USER_ALREADY_EXISTS'],
        passingCodes: passingCodesOf(work),
        what: `database user "${desired.username}"`,
    });
    return { isCreated: isNew, isSurprise: !isAnswer };
}
async function apply_user_update(client, work) {
    const { groupId, desired, step } = work;
    const { database: databaseName, field, value } = user_kinds/* authentication */.j[desired.kind];
    const changed = new Set(step.changes.map(({ field }) => field));
    const all = { ...fieldsOf(work), roles: rolesOf(desired) };
    const body = {
        ...(field !== undefined && { [field]: value }),
        ...(changed.has('roles') && { roles: all.roles }),
        ...(changed.has('clusters') && all.scopes && { scopes: all.scopes }),
        ...(changed.has('expires-at') && all.deleteAfterDate !== undefined && { deleteAfterDate: all.deleteAfterDate }),
        ...(changed.has('password') && all.password !== undefined && { password: all.password }),
        ...(['password', 'description', authors_text/* REPOSITORY_ID */.XK].some((one) => changed.has(one)) && { description: all.description }),
    };
    try {
        const address = { groupId, databaseName, username: desired.username };
        const options = { passingCodes: passingCodesOf(work) };
        await (0,create_once/* changeSafely */.x)(client, () => (0,database_users/* updateDatabaseUser */.YW)(client, address, body), options);
    }
    catch (error) {
        if (!(0,database_users/* isMissingUser */.Uv)(error))
            throw error;
        client.log(`Database user "${desired.username}" was removed by somebody else meanwhile.`);
        return { isCreated: false, isSurprise: true };
    }
    return asPlanned;
}
function passingCodesOf({ isClusterNew }) {
    return isClusterNew ? SCOPE_CODES : [];
}
function fieldsOf(work) {
    const { desired, owner } = work;
    const fingerprint = fingerprintOf(work);
    const own = desired.description ? `${desired.description} ` : '';
    return {
        ...(desired.password !== undefined && { password: desired.password }),
        ...(desired.clusters && { scopes: desired.clusters.map((name) => ({ name, type: 'CLUSTER' })) }),
        ...(desired.expiresAt !== undefined &&
            !desired.kind.startsWith('x509') && { deleteAfterDate: (0,iso_time/* isoTime */.L)(desired.expiresAt) }),
        description: `${own.slice(0, DESCRIPTION_ROOM - SHORTEST_MARK)}${(0,owner_mark/* writeMark */.Lx)(owner, {
            fingerprint,
            room: Math.max(SHORTEST_MARK, DESCRIPTION_ROOM - own.length),
        })}`,
    };
}
const SHORTEST_MARK = 25;
function fingerprintOf({ desired, groupId }) {
    const { password, username } = desired;
    return password === undefined ? undefined : (0,passwords/* passwordFingerprint */.WE)(password, { projectId: groupId, username });
}
function rolesOf({ roles }) {
    return roles.map(({ role, database, collection }) => ({
        roleName: role,
        databaseName: database,
        ...(collection !== undefined && { collectionName: collection }),
    }));
}

;// CONCATENATED MODULE: ./build/src/spec/apply.js




async function apply(client, groupId, application) {
    const applied = await allOf(clusterWork(client, groupId, application));
    const clusters = applied.map(({ cluster }) => cluster);
    const entries = accessListWork(groupId, application);
    const [users, written] = await allOf([
        allOf(userWork(client, groupId, application)).then((outcomes) => ({ outcomes, at: client.clock.now() })),
        applyEntries(client, entries, application),
    ]);
    const isSurprise = [...applied, ...users.outcomes].some((outcome) => outcome.isSurprise);
    if (!application.wait || isSurprise)
        return { clusters, isSurprise };
    const [usable] = await allOf([
        allOf(clusters.map((cluster) => waitUntilUsable(client, cluster, { groupId, usersAt: users.at, application }))),
        waitUntilOpen(client, entries, written),
    ]);
    return { clusters: usable, isSurprise };
}
function clusterWork(client, groupId, { desired, reading, plan, ...application }) {
    return desired.clusters.map(async (cluster) => {
        const step = stepOf(plan, 'cluster', cluster.name);
        const applied = await applyCluster(client, {
            address: { groupId, clusterName: cluster.name },
            desired: cluster,
            step,
            existing: reading.clusters.get(cluster.name),
            environment: application.environment,
            ownership: desired.ownership,
        });
        application.onOutcome(step, applied);
        return applied;
    });
}
function userWork(client, groupId, application) {
    const { desired, plan, owner, onOutcome } = application;
    return desired.users.map(async (user) => {
        const step = stepOf(plan, 'user', user.username);
        const isClusterNew = user.clusters?.some((name) => isBeingMade(name, application)) ?? false;
        const outcome = await applyUser(client, { groupId, desired: user, step, owner, isClusterNew });
        onOutcome(step, outcome);
        return outcome;
    });
}
async function applyEntries(client, work, { onOutcome }) {
    const written = await applyAccessList(client, work);
    for (const step of work.steps) {
        if (step.kind !== 'access-list-entry')
            continue;
        const isCreated = step.action === 'create' && written.addresses.has(step.name);
        onOutcome(isCreated ? step : { ...step, action: step.action === 'create' ? 'unchanged' : step.action }, {
            isCreated,
            isSurprise: false,
        });
    }
    return written;
}
function isBeingMade(name, { reading, plan }) {
    const isNew = plan.steps.some((step) => step.kind === 'cluster' && step.name === name && step.action === 'create');
    return isNew || reading.clusters.get(name)?.stateName === 'CREATING';
}
function accessListWork(groupId, { desired, reading, plan, owner, forJob }) {
    const { readAt, state } = reading;
    return {
        groupId,
        entries: desired.accessList,
        reading: desired.accessList.length > 0 ? { entries: state.accessList, askedAt: readAt } : undefined,
        steps: plan.steps,
        owner,
        forJob,
    };
}
async function waitUntilUsable(client, cluster, { groupId, usersAt, application: { onState, plan }, }) {
    const address = { groupId, clusterName: cluster.name };
    const idle = await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster, onState });
    if (idle.tier !== 'FLEX')
        await (0,cluster_readiness/* waitUntilApplied */.JE)(client, address);
    const usersChange = plan.steps.some(({ kind, action }) => kind === 'user' && action !== 'unchanged');
    if (!(0,cluster_readiness/* isShared */.yM)(idle) || (!usersChange && idle === cluster))
        return idle;
    if (idle.tier === 'FLEX')
        return await (0,cluster_readiness/* waitUntilSettled */.D1)(client, address, { cluster: idle, since: usersAt, onState });
    return await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster: await (0,cluster_readiness/* readOrFail */.Ml)(client, address, idle.tier), onState });
}
function stepOf({ steps }, kind, name) {
    const step = steps.find((one) => one.kind === kind && (name === undefined || one.name === name));
    if (!step)
        throw new Error(`The plan has no step for ${kind} ${name ?? ''}.`);
    return step;
}
async function allOf(work) {
    await Promise.allSettled(work);
    return await Promise.all(work);
}

// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/spec/read.js
var spec_read = __webpack_require__(1201);
;// CONCATENATED MODULE: ./build/src/spec/apply-project.js



async function applyProject(client, { desired, existing, step }) {
    const { project, ownership } = desired;
    if ('id' in project || existing) {
        if (!existing)
            throw new Error('The project of the spec is not there.');
        if (step.action !== 'update' || 'id' in project)
            return { project: existing, isCreated: false };
        const tags = { ...existing.tags, ...project.tags };
        return {
            project: await (0,create_once/* changeSafely */.x)(client, () => (0,projects/* updateProjectTags */.OE)(client, existing.id, tags)),
            isCreated: false,
        };
    }
    const orgId = await findOrganization(client, project);
    const request = { name: project.name, orgId, tags: { ...project.tags, ...ownership } };
    const { thing, isNew } = await (0,create_once/* createOnce */.U)(client, {
        create: () => (0,projects/* createProject */.gA)(client, request),
        find: () => (0,spec_read/* findProject */.t)(client, project),
        takenCodes: ['GROUP_ALREADY_EXISTS'],
        what: `project "${project.name}"`,
    });
    return { project: thing, isCreated: isNew };
}
async function findOrganization(client, project) {
    const wanted = project.organization;
    if (wanted !== undefined && /^[0-9a-f]{24}$/.test(wanted))
        return wanted;
    const organizations = await (0,projects/* listAllOrganizations */.aw)(client);
    const shown = organizations.map(({ id, name }) => `"${name}" (${id})`).join(', ') || 'none';
    const matching = organizations.filter(({ name }) => wanted === undefined || name === wanted);
    const [only] = matching;
    if (only && matching.length === 1)
        return only.id;
    throw new Error(wanted === undefined
        ? `Project "${project.name}" does not exist, and to create it organization must be given: the credentials see ${shown}.`
        : `Project "${project.name}" cannot be created: ${matching.length === 0 ? 'there is no' : 'there is more than one'} organization "${wanted}". The credentials see ${shown}; give the id.`);
}

// EXTERNAL MODULE: ./build/src/spec/expiry.js
var expiry = __webpack_require__(2238);
;// CONCATENATED MODULE: ./build/actions/provision/standing-names.js


const MOST_CLUSTERS = 25;
function missingOrdinals(environment, { desired, reading }) {
    const wanted = new Set(desired.clusters.map(({ name }) => name));
    return Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => ordinal).filter((ordinal) => {
        const name = (0,environment_environment/* clusterNameOf */.T)(environment, ordinal);
        return wanted.has(name) && !reading.clusters.has(name);
    });
}
function standingNames(environment, { clusters, missing }) {
    const own = clusters.filter(({ name, stateName, tags }) => stateName !== 'DELETING' && (0,environment_environment/* looksDerived */._K)(name, environment) && (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own');
    const found = new Map();
    for (const ordinal of missing) {
        const cluster = own.find(({ name, tags }) => namesOf(environment, { ordinal, tags }).includes(name));
        if (cluster)
            found.set(ordinal, cluster.name);
    }
    const [left, ...others] = own.filter(({ name }) => ![...found.values()].includes(name));
    const [ordinal, ...more] = missing.filter((one) => !found.has(one));
    if (left && ordinal !== undefined && others.length + more.length === 0)
        found.set(ordinal, left.name);
    return found;
}
function namesOf(environment, { ordinal, tags }) {
    const { repository, name } = environment;
    const tagged = (0,environment_tags/* taggedRepository */.HX)(tags);
    const repositories = [environment, { repository }, ...(tagged ? [tagged, { repository: tagged.repository }] : [])];
    return repositories.map((one) => (0,environment_environment/* clusterNameOf */.T)({ ...one, name }, ordinal));
}

;// CONCATENATED MODULE: ./build/actions/provision/reconcile.js











async function reconcile_look({ client, spec, repository, passwords, resume }) {
    const { environment } = spec;
    const project = await (0,spec_read/* findProject */.t)(client, spec.desired().project);
    const reading = await readStanding(client, { spec, passwords, project });
    const now = client.time.forExpiry();
    const standing = environment && [...reading.clusters.values()].filter(({ tags }) => (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own');
    const desiredNow = spec.desiredAt({ now, standingExpiry: latestOf(standing ?? []) });
    const place = { groupId: project?.id, existing: reading.users, now };
    const lasting = { ...desiredNow, users: desiredNow.users.map((user) => asLongAsAtlasLets(user, reading, now)) };
    const desired = passwords.decide(lasting, place);
    const compare = passwords.compare(desired, place);
    const users = reading.state.users.map((user) => ({ ...user, password: compare(user) }));
    const options = { now, ...repository, resume, ...(environment && { environment }) };
    return { desired, reading, readAt: reading.readAt, plan: plan(desired, { ...reading.state, users }, options) };
}
async function readStanding(client, { spec, passwords, project }) {
    const read = () => (0,spec_read/* readState */.u)(client, passwords.withStandIns(spec.desired()), project);
    const reading = await read();
    const { environment } = spec;
    if (!environment || !project)
        return reading;
    const missing = missingOrdinals(environment, { desired: spec.desired(), reading });
    if (missing.length === 0)
        return reading;
    const names = standingNames(environment, { clusters: await (0,any_cluster/* listClustersPatiently */.wd)(client, project.id), missing });
    if (names.size === 0)
        return reading;
    spec.useNames(names);
    return await read();
}
function latestOf(clusters) {
    const ends = clusters.map(({ tags }) => (0,environment_tags/* expiryOf */.p1)(tags)).filter((end) => end !== undefined);
    return ends.length > 0 ? Math.max(...ends) : undefined;
}
function asLongAsAtlasLets(user, { users }, now) {
    if (!user.endsWithEnvironment || user.expiresAt !== undefined)
        return user;
    const existing = users.find(({ username }) => username === user.username);
    return { ...user, expiresAt: (0,expiry/* longestLife */.Rd)((0,iso_time/* readTime */.a)(existing?.deleteAfterDate), now) };
}
async function reconcile(work, first, options) {
    const { client, spec, owner } = work;
    const { history } = options;
    let clusters = [];
    const planned = await (0,last_look/* untilLastLook */.IF)(client, {
        first,
        read: () => reconcile_look(work),
        what: `What was asked for (${spec
            .desired()
            .clusters.map(({ name }) => `cluster "${name}"`)
            .join(', ') || 'users and access entries'})`,
        settle: async (current) => {
            const { reading, desired, plan: steps } = current;
            if (!(await areStillThere(client, { reading, history })))
                return true;
            if (steps.problems.length > 0)
                throw new Error(problemText(steps.problems));
            history.planned(steps);
            const { project } = reading.state;
            const projectStep = stepOf(steps, 'project');
            const made = await applyProject(client, { desired, existing: project, step: projectStep });
            options.onProject(made.project.id);
            history.inProject(made.project.id);
            history.done(projectStep, { isCreated: made.isCreated, isSurprise: false });
            if (!project)
                return true;
            const outcome = await apply(client, made.project.id, {
                desired,
                reading,
                plan: steps,
                environment: spec.environment,
                owner,
                wait: options.wait,
                onState: options.onState,
                onOutcome: history.done,
                forJob: options.forJob?.(made.project.id),
            });
            history.seen(outcome.clusters);
            clusters = outcome.clusters;
            return outcome.isSurprise;
        },
    });
    const { project } = planned.reading.state;
    if (!project)
        throw new Error('The project was not read.');
    return { groupId: project.id, planned, clusters };
}
function problemText(problems) {
    return problems.length === 1
        ? problems.join()
        : ['This cannot be done:', ...problems.map((one) => `- ${one}`)].join('\n');
}
function stillHolds({ planned }, client) {
    return (0,last_look/* isLastLook */.KZ)(planned, client);
}
async function areStillThere(client, { reading, history }) {
    const groupId = reading.state.project?.id ?? '';
    let all = true;
    for (const { name, tier } of history.alive()) {
        const there = reading.clusters.get(name);
        if (there?.stateName === 'DELETING')
            throw new cluster_readiness/* ClusterUnusable */.U2(deletedMeanwhile(name));
        if (there)
            continue;
        all = false;
        await (0,cluster_readiness/* readOrFail */.Ml)(client, { groupId, clusterName: name }, tier);
    }
    history.seen(reading.clusters.values());
    return all;
}
function deletedMeanwhile(name) {
    return `Cluster "${name}" is being deleted: somebody else asked for that while this step was working on it. Run the step again if the cluster is still wanted.`;
}

// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/actions/provision/summarize.js


function summarizePlan(plan) {
    return { title: 'Plan (dry run: nothing was changed)', facts: planFacts(plan) };
}
function summarizeProvision({ environment, outcome, groupId, clusters, plan, username, expires, waited, took, }) {
    return {
        title: environment === undefined ? `Provisioned: ${outcome}` : `Environment ${environment}: ${outcome}`,
        facts: [
            ['Project', groupId],
            ...clusters.map(({ name, tier, mongodbVersion }) => ['Cluster', [name, tier, mongodbVersion].filter(Boolean).join(', ')]),
            ['Database user', username],
            ['Expires', expires],
            ['The step took', (0,format/* formatDuration */.a3)(took)],
            ...planFacts(plan),
        ],
        ...(!waited && { note: 'wait is false: nobody has checked that everything can be used.' }),
    };
}
function planFacts(plan) {
    return planRows(plan).map(({ action, what, details }) => [`${action}: ${what}`, details]);
}

;// CONCATENATED MODULE: ./build/actions/provision/main.js






















async function provisionEnvironment(inputs, context) {
    const spec = await readDesiredSpec(inputs, context);
    const closed = (0,actions_environment/* closedPullRequest */.nc)(context.job, { named: inputs.environment, environment: spec.environment });
    if (closed !== undefined)
        return skipped(closed, context);
    const client = (0,atlas_session/* openClient */.My)(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
    const work = createWork({ spec, client, inputs, context });
    try {
        const seen = await reconcile_look(work);
        const planned = inputs['dry-run'] ? await judged(seen, work) : seen;
        context.log.info(planLines(planned.plan).join('\n'));
        context.publish({ plan: planJson(planned.plan) });
        if (planned.plan.problems.length > 0)
            throw new Error(problemText(planned.plan.problems));
        for (const warning of ephemeralWarnings(planned, spec))
            context.log.warning(warning);
        for (const notice of planned.plan.notices)
            context.log.notice(notice);
        return inputs['dry-run'] ? dryRun(planned) : await carryOut(work, planned);
    }
    catch (error) {
        const { clusters, project } = spec.desired();
        const [first] = clusters;
        const groupId = 'id' in project ? project.id : '';
        const address = { groupId, clusterName: first?.name ?? '' };
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explanations });
    }
}
function skipped(why, { log }) {
    log.notice(why);
    return { outputs: { skipped: true }, summary: { title: 'Environment skipped', facts: [], note: why } };
}
function createWork({ spec, client, inputs, context, }) {
    const repository = (0,environment_repository/* repositoryOf */._M)(context.job);
    const owner = { ...repository, name: spec.environment?.name };
    const passwords = createPasswords({
        seed: inputs['password-seed'],
        owner,
        mask: context.mask,
        log: context.log.info,
    });
    const history = createHistory(context.log.info);
    const { resume } = inputs;
    const startedAt = context.clock.now();
    return { client, spec, owner, repository, passwords, resume, inputs, context, history, startedAt };
}
async function carryOut(work, planned) {
    const { client, spec, inputs, context, history } = work;
    const names = spec
        .desired()
        .clusters.map(({ name }) => `"${name}"`)
        .join(', ');
    const which = names === '' ? 'users and access entries' : `clusters ${names}`;
    const goesOn = `What was asked for (${which}) may still be running in Atlas; run the step again to go on, or teardown to remove it.`;
    context.underway(inputs['runner-ip'] ? `${goesOn} ${ADDRESS_MAY_BE_OPEN}` : goesOn);
    const forJob = inputs['runner-ip'] ? onceForEach(await (0,network_access_open/* runnerOf */.mv)(client, context)) : undefined;
    const options = {
        wait: inputs.wait,
        onState: (0,cluster_progress/* clusterProgress */.G)(context),
        history,
        onProject: (groupId) => context.publish({ 'project-id': groupId, 'cluster-name': spec.desired().clusters[0]?.name }),
        forJob,
    };
    try {
        const told = new Set(planned.plan.notices);
        const confirmed = await reconcile(work, planned, options);
        tellMore(work, told);
        const { groupId } = confirmed;
        const users = confirmed.planned.desired.users.length;
        await warnOfWhatIsMissing(groupId, { client, inputs, context, outcome: history.outcome(), users });
        const result = finished(work, confirmed);
        await commentOn(result, { environment: spec.environment, inputs, context });
        const last = stillHolds(confirmed, client) ? undefined : await reconcile(work, await reconcile_look(work), options);
        context.underway(undefined);
        if (!last)
            return result;
        tellMore(work, told);
        return finished(work, last);
    }
    catch (error) {
        if (error instanceof cluster_readiness/* ClusterUnusable */.U2)
            await giveBackAfter(work);
        throw error;
    }
}
function tellMore({ context, history }, told) {
    for (const notice of history.plan().notices)
        if (!told.has(notice))
            context.log.notice(notice);
    for (const notice of history.plan().notices)
        told.add(notice);
}
async function giveBackAfter({ client, spec, owner, context, history }) {
    const groupId = history.groupId();
    if (groupId === undefined)
        return;
    const kinds = new Map(spec.desired().users.map(({ username, kind }) => [username, kind]));
    const users = history.created('user').map((username) => ({
        username,
        databaseName: user_kinds/* authentication */.j[kinds.get(username) ?? 'password'].database,
    }));
    const addresses = history.created('access-list-entry');
    const clusterNames = spec.desired().clusters.map(({ name }) => name);
    const left = await giveBack(client, { groupId, owner, clusterNames, users, addresses });
    for (const what of left)
        context.log.warning(what);
}
function onceForEach(forJobIn) {
    const known = new Map();
    return (groupId) => {
        const forJob = known.get(groupId) ?? forJobIn(groupId);
        known.set(groupId, { ...forJob, onOpened: () => undefined });
        return forJob;
    };
}
const ADDRESS_MAY_BE_OPEN = "This runner's address may be open too; the post step of this action closes it, and Atlas after six hours at the latest.";
function finished({ spec, context, inputs, history, passwords, startedAt }, confirmed) {
    const { clusters, groupId, planned } = confirmed;
    const outcome = history.outcome();
    const made = history.plan();
    const connections = connectAll({
        groupId,
        clusters,
        desired: planned.desired,
        standIns: passwords.standIns,
        database: inputs.database,
        context,
    });
    const [first] = clusters;
    if (inputs.wait && first)
        context.log.info(`Everything is ready to use: ${clusters.map(({ name }) => `"${name}"`).join(', ')}.`);
    const expiresAt = spec.environment && first ? (0,environment_tags/* expiryOf */.p1)(first.tags) : undefined;
    const expires = expiresAt === undefined ? undefined : (0,iso_time/* isoTime */.L)(expiresAt);
    return {
        outputs: { ...connections.outputs, outcome, plan: planJson(made), 'expires-at': expires },
        summary: summarizeProvision({
            environment: spec.environment?.name,
            outcome,
            groupId,
            clusters,
            plan: made,
            username: connections.username,
            expires,
            waited: inputs.wait,
            took: context.clock.now() - startedAt,
        }),
    };
}
function dryRun({ plan: made, desired, reading }) {
    const names = { 'project-id': reading.state.project?.id, 'cluster-name': desired.clusters[0]?.name };
    return { outputs: { ...names, outcome: 'planned' }, summary: summarizePlan(made) };
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

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ NVME_CLOUDS),
/* harmony export */   Of: () => (/* binding */ ruleBreaches),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);
/* harmony import */ var _edition_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2845);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9592);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6795);
/* harmony import */ var _tiers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4164);





const tenants = ['free', 'flex'];
const rules = [
    { key: 'backup', kinds: ['free'], breaks: ({ backup }) => backup === true, because: 'has no backups' },
    { key: 'backup', kinds: ['flex'], breaks: ({ backup }) => backup === false, because: 'always has daily backups' },
    {
        key: 'point-in-time',
        kinds: tenants,
        breaks: ({ pointInTime }) => pointInTime === true,
        because: 'has no continuous backup',
    },
    {
        key: 'disk-size-gb',
        kinds: tenants,
        breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
        because: 'has a disk of fixed size',
    },
    {
        key: 'mongodb-version',
        kinds: tenants,
        breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
        because: 'runs the version that Atlas chooses',
    },
    { key: 'shards', kinds: tenants, breaks: ({ shards = 1 }) => shards > 1, because: 'cannot be sharded' },
    { key: 'regions', kinds: tenants, breaks: ({ regions }) => regions.length > 1, because: 'lives in one region' },
    {
        key: 'auto-scaling',
        kinds: tenants,
        breaks: ({ autoScaling }) => autoScaling !== undefined,
        because: 'does not scale',
    },
    {
        key: 'termination-protection',
        kinds: ['free'],
        breaks: ({ terminationProtection }) => terminationProtection === true,
        because: 'cannot be protected',
    },
    {
        key: 'edition',
        kinds: tenants,
        breaks: ({ edition }) => edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ,
        because: 'has no editions',
    },
    {
        key: 'atlas',
        kinds: ['flex'],
        breaks: ({ atlas }) => Object.keys(atlas).length > 0,
        because: 'has no further settings',
    },
];
function ruleBreaches(cluster, tier) {
    const kind = (0,_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .tierKind */ .r)(tier);
    const disk = (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isNvme */ .Jd)(tier) && cluster.diskSizeGb !== undefined && (cluster.tier ?? tier) === tier;
    return [
        ...rules
            .filter(({ kinds, breaks }) => kinds.includes(kind) && breaks(cluster))
            .map(({ key, because }) => ({ key, message: `does not go with ${tier}: ${_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .kindNames */ .$[kind]} ${because}` })),
        ...(disk ? [{ key: 'disk-size-gb', message: `does not go with ${tier}: NVMe disks have a fixed size` }] : []),
    ];
}
function contradictions(cluster) {
    const checks = [backupBreaches, regionBreaches, nvmeBreaches, scalingBreaches, ownEdition];
    return checks.flatMap((check) => check(cluster));
}
function backupBreaches({ backup, pointInTime }) {
    if (backup !== false || pointInTime !== true)
        return [];
    return [{ key: 'backup', message: 'is false, but point-in-time needs backups' }];
}
function regionBreaches({ regions, edition }) {
    const found = [];
    const places = regions.map(({ provider, region }) => `${provider} ${region}`);
    if (new Set(places).size < places.length)
        found.push({ key: 'regions', message: 'names a region twice' });
    const nodes = (0,_regions_js__WEBPACK_IMPORTED_MODULE_2__/* .electableNodes */ .te)(regions).reduce((sum, count) => sum + count, 0);
    const isAllowed = _regions_js__WEBPACK_IMPORTED_MODULE_2__/* .electableTotals */ .hH.some((total) => total === nodes);
    if (regions.length > 0 && edition !== _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ && !isAllowed) {
        const message = `has ${nodes} nodes together; Atlas takes 3, 5 or 7 (and 2 with edition: infinite)`;
        found.push({ key: 'regions', message });
    }
    return found;
}
const NVME_CLOUDS = 'exists on AWS and Azure only';
function nvmeBreaches({ tier, regions }) {
    const isOnGoogle = regions.some(({ provider }) => provider === 'GCP');
    if (tier === undefined || !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isNvme */ .Jd)(tier) || !isOnGoogle)
        return [];
    return [{ key: 'tier', message: `is ${tier}, but NVMe ${NVME_CLOUDS}` }];
}
function scalingBreaches({ autoScaling, tier }) {
    const compute = autoScaling?.compute;
    if (!compute)
        return [];
    const { min, max } = compute;
    if (min !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameSeries */ .oC)(min, max)) {
        return [{ key: 'auto-scaling', message: `goes from ${min} to ${max}: Atlas does not scale between families` }];
    }
    if (min !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isBetween */ .Bt)(min, { min: undefined, max })) {
        return [{ key: 'auto-scaling', message: 'has a min above its max' }];
    }
    if (tier === undefined || (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isBetween */ .Bt)(tier, compute))
        return [];
    return [
        (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameSeries */ .oC)(tier, max)
            ? { key: 'tier', message: 'lies outside of auto-scaling.compute' }
            : {
                key: 'auto-scaling',
                message: `has bounds of another family than ${tier}: Atlas does not scale between families`,
            },
    ];
}
function ownEdition(cluster) {
    return cluster.edition === undefined ? [] : (0,_edition_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .editionBreaches */ .I)(cluster, cluster.edition);
}


/***/ }),

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ derivedName)
/* harmony export */ });
/* harmony import */ var _environment_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8018);

function derivedName({ standingNames }, environment, ordinal = 0) {
    return standingNames?.get(ordinal) ?? (0,_environment_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterNameOf */ .T)(environment, ordinal);
}


/***/ }),

/***/ 2845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ editionBreaches)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9592);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6795);



const infiniteRegions = [
    'US_EAST_1',
    'US_EAST_2',
    'US_WEST_2',
    'SA_EAST_1',
    'AP_SOUTH_1',
    'AP_SOUTHEAST_1',
    'AP_SOUTHEAST_2',
    'EU_WEST_1',
    'EU_WEST_2',
    'EU_CENTRAL_1',
];
const infiniteSizes = {
    M: ['M10', 'M60'],
    R: ['R40', 'R60'],
};
const infiniteRules = [
    {
        key: 'tier',
        breaks: ({ tier }) => tier !== undefined && !isInfiniteSize(tier),
        because: 'has the tiers M10 to M60 and R40 to R60, without NVMe',
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.length > 1,
        because: 'is in one region',
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.some(({ provider, region }) => provider !== 'AWS' || !infiniteRegions.includes(region)),
        because: `is on AWS only, in ${infiniteRegions.join(', ')}`,
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.some(({ nodes }) => nodes !== undefined && nodes !== _regions_js__WEBPACK_IMPORTED_MODULE_1__/* .INFINITE_NODES */ .v_),
        because: `has exactly ${_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .INFINITE_NODES */ .v_} electable nodes`,
    },
    { key: 'shards', breaks: ({ shards = 1 }) => shards > 1, because: 'is a replica set' },
    {
        key: 'mongodb-version',
        breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
        because: 'always runs the newest version',
    },
    {
        key: 'disk-size-gb',
        breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
        because: 'has no disks of its own; max-storage-gb limits its data',
    },
    {
        key: 'auto-scaling',
        breaks: ({ autoScaling }) => autoScaling?.disk !== undefined,
        because: 'has no disks to scale; leave disk out',
    },
    {
        key: 'auto-scaling',
        breaks: ({ autoScaling }) => boundsOf(autoScaling).some((size) => !isInfiniteSize(size)),
        because: 'scales between M10 and M60, or R40 and R60',
    },
];
function editionBreaches(cluster, edition) {
    if (edition !== _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ) {
        if (cluster.maxStorageGb === undefined)
            return [];
        return [{ key: 'max-storage-gb', message: 'needs edition: infinite; other clusters have disk-size-gb' }];
    }
    return infiniteRules
        .filter(({ breaks }) => breaks(cluster))
        .map(({ key, because }) => ({ key, message: `does not go with edition infinite, which ${because}` }));
}
function isInfiniteSize(tier) {
    const size = (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutGeneration */ .zp)(tier);
    const [min, max] = infiniteSizes[(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .seriesOf */ .Lf)(size) ?? ''] ?? [];
    if (min === undefined || max === undefined || (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .isNvme */ .Jd)(tier))
        return false;
    return (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSizes */ .mR)(min, size) <= 0 && (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSizes */ .mR)(size, max) <= 0;
}
function boundsOf(autoScaling) {
    const { min, max } = autoScaling?.compute || {};
    return [min, max].filter((size) => size !== undefined);
}


/***/ }),

/***/ 1139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ interpret)
});

// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/spec/context.js
var spec_context = __webpack_require__(5986);
// EXTERNAL MODULE: ./build/src/spec/expiry.js
var expiry = __webpack_require__(2238);
;// CONCATENATED MODULE: ./build/src/spec/names.js

const HOST_LENGTH = 23;
function clusterNameProblem(name) {
    if (/^atlas-[a-z0-9]{6}$/.test(name))
        return 'is reserved by Atlas, as every atlas-xxxxxx';
    if (name.endsWith('-') && name.length <= HOST_LENGTH)
        return 'ends in a hyphen, which Atlas cannot make a host name of';
    if (name.length > HOST_LENGTH && name[HOST_LENGTH - 1] === '-') {
        return `has a hyphen as its ${HOST_LENGTH}rd character, where Atlas ends the host name; shorten or change it`;
    }
    return undefined;
}
function hostLabel(name) {
    return name.slice(0, HOST_LENGTH).toLowerCase();
}
const reserved = /^gha-/i;
function tagsProblem(tags, taken) {
    const keys = Object.keys(tags);
    const ours = keys.filter((key) => reserved.test(key));
    if (ours.length > 0)
        return `has ${ours.join(', ')}: names that begin with gha- belong to the suite`;
    if (keys.length + taken <= 50)
        return undefined;
    return `has ${keys.length} tags; Atlas takes 50, of which the suite needs ${taken} (${Object.values(environment_tags/* tagNames */.nP).join(', ')})`;
}

// EXTERNAL MODULE: ./build/src/spec/cluster-rules.js
var cluster_rules = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/spec/override-rules.js
const ownFields = {
    name: 'name',
    tags: 'tags',
    databaseEdition: 'edition',
    backupEnabled: 'backup',
    pitEnabled: 'point-in-time',
    mongoDBMajorVersion: 'mongodb-version',
    terminationProtectionEnabled: 'termination-protection',
};
const readOnlyFields = new Set([
    'configServerType',
    'connectionStrings',
    'createDate',
    'effectiveDatabaseEdition',
    'effectiveReplicationSpecs',
    'featureCompatibilityVersion',
    'featureCompatibilityVersionExpirationDate',
    'groupId',
    'id',
    'internalClusterRole',
    'links',
    'mongoDBVersion',
    'stateName',
]);
const PAUSING = 'does not belong into a spec: the action power pauses a cluster, and the input resume of provision lets one that is paused run again';
function overrideIssues(cluster) {
    return Object.keys(cluster.atlas).flatMap((key) => {
        const message = issueOf(key, cluster);
        return message === undefined ? [] : [{ key, message }];
    });
}
function issueOf(key, cluster) {
    if (Object.hasOwn(ownFields, key))
        return `has a key of its own: ${ownFields[key]}`;
    if (readOnlyFields.has(key))
        return 'is read-only: Atlas shows it, and nobody sets it';
    if (key === 'paused')
        return PAUSING;
    if (key !== 'replicationSpecs')
        return undefined;
    const contradicted = contradictedKeys(cluster);
    return contradicted.length === 0
        ? undefined
        : `says something else than ${contradicted.join(', ')}. Leave one of them out`;
}
function contradictedKeys(cluster) {
    const { tier, regions, regionNaming, diskSizeGb, shards, autoScaling, maxStorageGb, atlas } = cluster;
    const configs = listIn({ list: atlas.replicationSpecs }, 'list').flatMap((spec) => listIn(spec, 'regionConfigs'));
    const sizes = configs.map(({ electableSpecs }) => fieldOf(electableSpecs, 'instanceSize')).filter(isText);
    const [wanted] = regions;
    const isThere = configs.some((config) => isPlace(config, wanted, { byCloud: regionNaming === 'cloud' }));
    const checks = [
        ['tier', tier !== undefined && sizes.some((size) => size.toUpperCase() !== tier)],
        ['regions', regionNaming === 'all'],
        ['region', regionNaming !== 'all' && wanted !== undefined && !isThere],
        ['disk-size-gb', diskSizeGb !== undefined],
        ['shards', shards !== undefined && shards !== listIn({ list: atlas.replicationSpecs }, 'list').length],
        ['auto-scaling', autoScaling !== undefined],
        ['max-storage-gb', maxStorageGb !== undefined],
    ];
    return checks.filter(([, isContradicted]) => isContradicted).map(([key]) => key);
}
function isPlace({ providerName, regionName }, wanted, { byCloud }) {
    return providerName === wanted?.provider && (byCloud || regionName === wanted?.region);
}
function listIn(record, key) {
    const list = record[key];
    return Array.isArray(list) ? list.filter(isRecord) : [];
}
function fieldOf(value, key) {
    return isRecord(value) ? value[key] : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./build/src/spec/regions.js
var spec_regions = __webpack_require__(9592);
// EXTERNAL MODULE: ./build/src/spec/tiers.js
var tiers = __webpack_require__(4164);
;// CONCATENATED MODULE: ./build/src/spec/resolve-cluster.js





function resolveCluster(document, { resolving, index, name }) {
    const cluster = {
        name,
        alias: document.alias ?? document.name ?? name,
        tier: document.tier?.toUpperCase(),
        edition: editionOf(document.edition),
        regions: regionsOf(document),
        regionNaming: document.regions ? 'all' : document.region === undefined ? 'cloud' : 'preferred',
        mongodbVersion: document['mongodb-version'],
        backup: document.backup ?? (document['point-in-time'] ? true : undefined),
        pointInTime: document['point-in-time'],
        diskSizeGb: document['disk-size-gb'],
        maxStorageGb: document['max-storage-gb'],
        terminationProtection: document['termination-protection'],
        shards: document.shards,
        autoScaling: autoScalingOf(document['auto-scaling']),
        tags: document.tags ?? {},
        atlas: document.atlas ?? {},
    };
    for (const issue of issuesOf(document, cluster, resolving)) {
        resolving.report({ ...issue, path: ['clusters', index, ...issue.path] });
    }
    return cluster;
}
function regionsOf({ provider, region, regions }) {
    if (regions) {
        return regions.map((one) => ({
            provider: providerOf(one.provider ?? provider),
            region: spelling(one.region),
            nodes: one.nodes,
        }));
    }
    if (region !== undefined)
        return [{ provider: providerOf(provider), region: spelling(region), nodes: undefined }];
    if (provider === undefined)
        return [];
    const cloud = providerOf(provider);
    return [{ provider: cloud, region: spec_regions/* usualRegions */.Ox[cloud], nodes: undefined }];
}
function editionOf(text) {
    if (text === undefined)
        return undefined;
    return text.toUpperCase() === 'INFINITE' ? 'INFINITE' : 'CORE';
}
function providerOf(text) {
    const upper = text?.toUpperCase();
    return upper === 'GCP' || upper === 'AZURE' ? upper : 'AWS';
}
function spelling(region) {
    return region.toUpperCase().replaceAll('-', '_');
}
function autoScalingOf(document) {
    if (!document)
        return undefined;
    const { compute, disk } = document;
    return {
        compute: compute ? { min: compute.min?.toUpperCase(), max: compute.max.toUpperCase() } : compute,
        disk,
    };
}
function* issuesOf(document, cluster, { ownership }) {
    if (document.name !== undefined) {
        const problem = clusterNameProblem(document.name);
        if (problem)
            yield { path: ['name'], message: problem };
    }
    if (document.regions && document.region !== undefined) {
        yield { path: ['region'], message: 'stands next to regions; one of them is enough' };
    }
    const tags = tagsProblem(cluster.tags, Object.keys(ownership).length);
    if (tags)
        yield { path: ['tags'], message: tags };
    for (const { key, message } of overrideIssues(cluster))
        yield { path: ['atlas', key], message, atKey: true };
    const breaches = [...(0,cluster_rules/* contradictions */.vM)(cluster), ...(cluster.tier ? (0,cluster_rules/* ruleBreaches */.Of)(cluster, cluster.tier) : [])];
    for (const { key, message } of breaches)
        yield { path: placeOf(document, key), message };
    for (const size of sizesOf(cluster.autoScaling)) {
        if ((0,tiers/* tierKind */.r)(size) !== 'dedicated')
            yield { path: ['auto-scaling', 'compute'], message: 'needs dedicated tiers: M10 and above' };
    }
}
function placeOf(document, key) {
    const keys = key === 'regions' ? ['regions', 'region', 'provider'] : [key];
    const written = keys.find((one) => one in document);
    return written === undefined ? [] : [written];
}
function sizesOf(autoScaling) {
    const { min, max } = autoScaling?.compute || {};
    return [min, max].filter((size) => size !== undefined);
}
function sharedNameIssues(clusters) {
    return clusters.flatMap((cluster, index) => {
        const earlier = clusters.slice(0, index);
        if (earlier.some(({ name }) => name === cluster.name)) {
            return [{ path: ['clusters', index, 'name'], message: 'is the name of an earlier cluster, too' }];
        }
        if (earlier.some(({ name }) => hostLabel(name) === hostLabel(cluster.name))) {
            const message = 'begins with the same 23 characters as an earlier cluster, of which Atlas makes host names';
            return [{ path: ['clusters', index, 'name'], message }];
        }
        const words = earlier.flatMap(({ name, alias }) => [name, alias]);
        if (!words.includes(cluster.alias))
            return [];
        return [{ path: ['clusters', index, 'alias'], message: 'is what an earlier cluster is called, too' }];
    });
}

// EXTERNAL MODULE: ./build/src/spec/resolve-entry.js
var resolve_entry = __webpack_require__(7140);
// EXTERNAL MODULE: ./build/src/spec/resolve-user.js
var resolve_user = __webpack_require__(4417);
;// CONCATENATED MODULE: ./build/src/spec/resolve.js







function resolveSpec(spec, context) {
    const issues = [];
    const expiresAt = expiryOfEnvironment(spec, context, issues);
    const { repository, repositoryId, runId } = context.defaults;
    const { environment } = context;
    const ownership = (0,environment_tags/* ownershipTags */.dt)({ repository, repositoryId, runId, environment, expiresAt });
    const resolving = { context, ownership, expiresAt, report: (issue) => void issues.push(issue) };
    const project = resolveProject(spec, resolving);
    const names = clusterNames(spec, resolving);
    const clusters = (spec.clusters ?? []).map((cluster, index) => resolveCluster(cluster, { resolving, index, name: names[index] ?? '' }));
    const users = (spec.users ?? []).map((user, index) => (0,resolve_user/* resolveUser */.mM)(user, { resolving, index, clusters }));
    const accessList = (spec['network-access'] ?? []).map((entry, index) => (0,resolve_entry/* resolveEntry */.Tp)(entry, { resolving, index }));
    issues.push(...sharedNameIssues(clusters), ...(0,resolve_user/* sharedUserIssues */.HI)(users), ...(0,resolve_entry/* sharedEntryIssues */.Ud)(accessList));
    if (issues.length > 0 || !project)
        return { issues };
    return { desired: { project, clusters, users, accessList, ownership } };
}
function expiryOfEnvironment(spec, context, issues) {
    const hours = spec['expires-in-hours'] ?? context.defaults.expiresInHours;
    if (context.environment)
        return (0,expiry/* environmentExpiry */.nT)({ hours, now: context.now, standing: context.standingExpiry });
    if (hours !== undefined) {
        issues.push({ path: ['expires-in-hours'], message: 'needs an environment: a named cluster never expires' });
    }
    return undefined;
}
function resolveProject(spec, { context, ownership, report }) {
    const inSpec = spec.project ?? {};
    const inInputs = context.defaults.project ?? {};
    const path = spec.project ? ['project'] : [];
    const id = inSpec.id ?? inInputs.id;
    const name = inSpec.name ?? inInputs.name;
    if (id === undefined && name === undefined) {
        report({ path, message: 'names no project: give project-id or project-name, or project: { name: … } in the spec' });
    }
    else if (id !== undefined && name !== undefined) {
        report({ path, message: 'is given both by id and by name (spec and inputs together); one of them is enough' });
    }
    else if (differ(inSpec.id?.toLowerCase(), inInputs.id?.toLowerCase()) || differ(inSpec.name, inInputs.name)) {
        report({ path, message: 'differs between the spec and the input' });
    }
    const tags = spec.project?.tags ?? {};
    const problem = tagsProblem(tags, Object.keys(ownership).length);
    if (problem)
        report({ path: ['project', 'tags'], message: problem });
    if (id !== undefined)
        return { id: id.toLowerCase() };
    if (name === undefined)
        return undefined;
    return { name, organization: spec.organization ?? context.defaults.organization, tags };
}
function differ(one, other) {
    return one !== undefined && other !== undefined && one !== other;
}
function clusterNames(spec, { context, report }) {
    let ordinal = 0;
    return (spec.clusters ?? []).map(({ name }, index) => {
        if (name !== undefined)
            return name;
        if (context.environment)
            return (0,spec_context/* derivedName */.P)(context, context.environment, ordinal++);
        report({ path: ['clusters', index], message: 'needs a name: there is no environment to derive one from' });
        return `cluster-${index}`;
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var atlas_nearest = __webpack_require__(675);
;// CONCATENATED MODULE: ./build/src/spec/forms.js
const tagText = /^[\p{L}\p{N} ;@_\-.+]{1,255}$/u;
const forms_forms = {
    tier: {
        expression: /^([Mm]0|[Ff][Ll][Ee][Xx]|[A-Za-z]{1,3}[1-9][0-9]{1,3}(_[A-Za-z0-9]{1,10}){0,4})$/,
        form: 'a tier: M0, FLEX, or M10 and above (M2 and M5 have become FLEX)',
    },
    dedicatedTier: {
        expression: /^[A-Za-z]{1,3}[1-9][0-9]{1,3}(_[A-Za-z0-9]{1,10}){0,4}$/,
        form: 'a dedicated tier: M10 and above',
    },
    edition: {
        expression: /^([Cc][Oo][Rr][Ee]|[Ii][Nn][Ff][Ii][Nn][Ii][Tt][Ee])$/,
        form: 'core or infinite',
    },
    provider: {
        expression: /^([Aa][Ww][Ss]|[Gg][Cc][Pp]|[Aa][Zz][Uu][Rr][Ee])$/,
        form: 'AWS, GCP or AZURE',
    },
    region: {
        expression: /^[A-Za-z][A-Za-z0-9_-]{1,62}$/,
        form: 'a region as Atlas spells it, such as US_EAST_1',
    },
    clusterName: {
        expression: /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/,
        form: 'a cluster name: 1 to 64 letters, digits and hyphens, beginning with a letter or digit',
    },
    projectName: {
        expression: /^[A-Za-z0-9 \-_.(),:&@+']{1,64}$/,
        form: "a project name: 1 to 64 letters, digits, spaces and -_.(),:&@+'",
    },
    id: { expression: /^[0-9a-fA-F]{24}$/, form: 'an id of 24 hexadecimal digits' },
    mongodbVersion: { expression: /^[1-9][0-9]?\.[0-9]$/, form: 'a major version such as 8.0' },
    tag: { expression: tagText, form: '1 to 255 letters, digits, spaces and ; @ _ - . +' },
    role: {
        expression: /^[A-Za-z0-9_-]{1,128}(@[^\s@/\\."$*<>:|?]{1,63}(\.[^\s$]+)?)?$/,
        form: 'a role such as readWrite@orders (role@database), or the name of one in admin',
    },
    address: { expression: /^[^\s,;]{1,100}$/, form: 'exactly one address, CIDR block or AWS security group' },
};

// EXTERNAL MODULE: ./build/src/spec/user-kinds.js
var user_kinds = __webpack_require__(3108);
;// CONCATENATED MODULE: ./build/src/spec/schema.js



const mapping = { error: 'needs a mapping' };
const flag = schemas/* boolean */.zMY({ error: 'needs true or false' });
const numberBetween = (min, max) => {
    const error = `needs a whole number, ${min} to ${max}`;
    return schemas/* int */.Whr({ error }).min(min, { error }).max(max, { error });
};
const shaped = ({ expression, form }) => schemas/* string */.YjP({ error: `is not ${form}` }).regex(expression, { error: `is not ${form}` });
const schema_text = (shortest, longest) => shaped({
    expression: new RegExp(`^[\\s\\S]{${shortest},${longest}}$`),
    form: `a text of ${shortest} to ${longest} characters`,
});
const listOf = (item, { min = 0, max }) => schemas/* array */.YOg(item, { error: 'needs a list' })
    .refine((items) => items.length >= min, { error: `needs at least ${min}` })
    .refine((items) => items.length <= max, { error: `has more than the ${max} that Atlas takes` })
    .meta({ ...(min > 0 && { minItems: min }), maxItems: max });
const schema_name = shaped(forms_forms.clusterName);
const tier = shaped(forms_forms.tier);
const tags = schemas/* record */.g1P(shaped(forms_forms.tag), shaped(forms_forms.tag), mapping)
    .optional()
    .meta({
    description: 'Tags, at most 50. Those beginning with gha- belong to the suite; tags of others are left alone.',
    examples: [{ team: 'payments' }],
});
const provider = shaped(forms_forms.provider)
    .optional()
    .meta({ description: 'AWS, GCP or AZURE.', examples: ['AWS'] });
const regionText = 'The preferred region, as Atlas spells it. It cannot be changed later.';
const region = shaped(forms_forms.region).meta({ description: regionText, examples: ['US_EAST_1', 'EU_WEST_1'] });
const autoScaling = schemas/* strictObject */.rej({
    compute: schemas/* union */.KCZ([schemas/* literal */.euz(false), schemas/* strictObject */.rej({ min: tier.optional(), max: tier }, mapping)], {
        error: 'needs { min, max } or false',
    })
        .optional()
        .meta({ description: 'Tiers between which Atlas moves the cluster; without min it only grows. false: off.' }),
    disk: flag.optional().meta({ description: 'Lets Atlas enlarge the disk.' }),
}, mapping);
const regionEntry = schemas/* strictObject */.rej({ provider, region, nodes: numberBetween(1, 7).optional() }, mapping);
const cluster = schemas/* strictObject */.rej({
    name: schema_name.optional().meta({
        description: 'Name in Atlas. Leave it out under an environment, and it is derived from the environment.',
        examples: ['orders'],
    }),
    alias: schema_name.optional().meta({
        description: 'What this file and the outputs call the cluster, where its name in Atlas is derived.',
    }),
    tier: tier.optional().meta({
        description: 'M0 (free, one a project), FLEX, or M10 and above. FLEX for a new cluster of an environment.',
        examples: ['FLEX', 'M10', 'R40', 'M40_NVME'],
    }),
    edition: shaped(forms_forms.edition)
        .optional()
        .meta({
        description: 'core (what every cluster was before), or infinite: chosen when the cluster is made.',
        examples: ['infinite'],
    }),
    provider,
    region: region.optional(),
    regions: listOf(regionEntry, { min: 1, max: 7 }).optional().meta({
        description: 'All regions with electable nodes, the preferred one first; instead of provider and region. Without nodes those that are there keep theirs.',
    }),
    'mongodb-version': shaped(forms_forms.mongodbVersion)
        .optional()
        .meta({
        description: 'Major version. A later one upgrades the cluster, one step at a time.',
        examples: ['8.0'],
    }),
    backup: flag.optional().meta({ description: 'Cloud backup.' }),
    'point-in-time': flag.optional().meta({ description: 'Continuous backup; switches cloud backup on too.' }),
    'disk-size-gb': numberBetween(10, 14336)
        .optional()
        .meta({ description: 'Disk of each node in GB. It only grows; auto-scaling may enlarge it.' }),
    'max-storage-gb': numberBetween(1, 131_072)
        .optional()
        .meta({ description: 'How many GB of data a cluster of edition infinite may hold.' }),
    'termination-protection': flag.optional().meta({ description: 'Nobody deletes the cluster before this is off.' }),
    shards: numberBetween(1, 70).optional().meta({ description: 'More than one makes a sharded cluster.' }),
    'auto-scaling': autoScaling.optional().meta({
        description: 'Lets Atlas change sizes by itself.',
        examples: [{ compute: { min: 'M10', max: 'M30' }, disk: true }],
    }),
    tags,
    atlas: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J(), mapping)
        .optional()
        .meta({
        description: 'Further fields of the Admin API, sent as they are.',
        examples: [{ biConnector: { enabled: true } }],
    }),
}, mapping)
    .meta({ description: 'A cluster.' });
const expiresInHours = numberBetween(1, 168).optional();
const user = schemas/* strictObject */.rej({
    username: schema_text(1, 1024)
        .optional()
        .meta({
        description: 'User name; an ARN for AWS IAM, <identity provider>/<name> for OIDC, a distinguished name for X.509. Left out under an environment: the name of its first cluster.',
        examples: ['app'],
    }),
    authentication: schemas/* enum */.k5n(user_kinds/* userKinds */.z, { error: `is not one of ${user_kinds/* userKinds */.z.join(', ')}` })
        .optional()
        .meta({ description: 'How the user proves who it is; password unless it says otherwise.' }),
    roles: listOf(shaped(forms_forms.role).meta({ examples: ['readWrite@orders'] }), { min: 1, max: 100 }).meta({
        description: 'role@database, role@database.collection, or a role in admin.',
    }),
    password: schema_text(8, 256)
        .optional()
        .meta({
        description: `Name a variable, \${NAME}; left out, it is derived or random.`,
        examples: [`\${APP_DB_PASSWORD}`],
    }),
    clusters: listOf(schema_name, { min: 1, max: 100 })
        .optional()
        .meta({ description: 'Clusters that the user may reach, by name or alias; all of the project if left out.' }),
    description: schema_text(1, 75).optional().meta({ description: 'Shown in Atlas.' }),
    'expires-in-hours': expiresInHours.meta({ description: 'After this Atlas deletes the user.' }),
}, mapping)
    .meta({ description: 'A database user.' });
const entry = schemas/* strictObject */.rej({
    address: shaped(forms_forms.address).meta({
        description: 'IP address, CIDR block or AWS security group.',
        examples: ['198.51.100.0/24'],
    }),
    comment: schema_text(1, 60)
        .optional()
        .meta({ description: 'Why the entry is there.', examples: ['office'] }),
    'expires-in-hours': expiresInHours.meta({
        description: 'After this Atlas removes the entry; it stays if left out.',
    }),
    'allow-anywhere': flag
        .optional()
        .meta({ description: 'Must be true for 0.0.0.0/0, ::/0 and other blocks wider than /8.' }),
}, mapping)
    .meta({ description: 'Who may connect.' });
const project = schemas/* strictObject */.rej({
    id: shaped(forms_forms.id).optional().meta({ description: 'An existing project.' }),
    name: shaped(forms_forms.projectName).optional().meta({ description: 'Created where it does not exist.' }),
    tags,
}, mapping);
const specSchema = schemas/* strictObject */.rej({
    organization: schema_text(1, 64).optional().meta({ description: 'Name or id; only to create the project.' }),
    project: project.optional().meta({ description: 'By id, or by name.', examples: [{ name: 'preview' }] }),
    'expires-in-hours': numberBetween(1, 8760).optional().meta({ description: 'Life of the environment; 72.' }),
    clusters: listOf(cluster, { max: 25 }).optional(),
    users: listOf(user, { max: 100 }).optional(),
    'network-access': listOf(entry, { max: 200 }).optional(),
}, { error: 'needs a mapping, such as clusters: [ … ]' });

;// CONCATENATED MODULE: ./build/src/spec/shape.js



function checkShape(content) {
    const parsed = specSchema.safeParse(content, { reportInput: false });
    if (parsed.success)
        return { spec: parsed.data };
    return { issues: parsed.error.issues.flatMap((issue) => say(issue, [], content)) };
}
function say(issue, above, content) {
    const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    if (issue.code === 'unrecognized_keys') {
        const known = knownKeys(path);
        return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known), atKey: true }));
    }
    if (issue.code === 'invalid_key') {
        return [{ path, message: issue.issues[0]?.message ?? 'is not a valid key', atKey: true }];
    }
    if (issue.code === 'invalid_union') {
        const inner = issue.errors
            .flat()
            .filter(({ code, path: place }) => code === 'unrecognized_keys' || place.length > 0);
        if (inner.length > 0)
            return inner.flatMap((one) => say(one, path, content));
    }
    const value = valueAt(content, path);
    if (value === null)
        return [{ path, message: 'has no value' }];
    return [{ path, message: value === undefined ? 'is missing' : issue.message }];
}
function unknownKey(key, known) {
    const [nearest] = (0,atlas_nearest/* nearestNames */.L)(key, known, 1);
    if (nearest === undefined)
        return `is not a known key; known here: ${known.join(', ')}`;
    return `is not a known key; did you mean ${JSON.stringify(nearest)}?`;
}
function valueAt(content, path) {
    let value = content;
    for (const part of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = Object.getOwnPropertyDescriptor(value, part)?.value;
    }
    return value;
}
function knownKeys(path) {
    let schema = unwrap(specSchema);
    for (const part of path)
        schema = unwrap(descend(schema, part));
    return schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : [];
}
function descend(schema, part) {
    if (schema instanceof schemas/* ZodArray */.naA)
        return schema.element;
    return schema instanceof schemas/* ZodObject */.bvH ? schema.shape[part] : undefined;
}
function unwrap(schema) {
    if (schema instanceof schemas/* ZodOptional */.IiU)
        return unwrap(schema.unwrap());
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.map(unwrap).find((option) => option instanceof schemas/* ZodObject */.bvH);
    return schema;
}

;// CONCATENATED MODULE: ./build/src/spec/interpret.js


const MOST_SPOILT = 100;
function interpret(content, context, reported = []) {
    if (reported.length > MOST_SPOILT)
        return { issues: [] };
    const shape = checkShape(content);
    if ('spec' in shape && reported.length === 0)
        return resolveSpec(shape.spec, context);
    const issues = 'issues' in shape ? shape.issues.filter(({ path }) => !reported.some((one) => meet(one, path))) : [];
    const spoilt = [...reported, ...issues.map(({ path }) => path)];
    if (spoilt.length > MOST_SPOILT)
        return { issues };
    const mended = checkShape(mend(content, [], spoilt));
    if ('issues' in mended)
        return { issues };
    const rest = resolveSpec(mended.spec, context);
    const further = 'issues' in rest ? rest.issues : [];
    return { issues: [...issues, ...further.filter(({ path }) => !spoilt.some((one) => meet(one, path)))] };
}
function meet(one, other) {
    const shared = Math.min(one.length, other.length);
    return one.slice(0, shared).every((part, index) => part === other[index]);
}
function mend(value, path, spoilt) {
    const below = spoilt.filter((one) => one.length > path.length && meet(path, one));
    if (below.length === 0)
        return value;
    if (Array.isArray(value)) {
        return value.flatMap((item, index) => mendPart(item, [...path, index], spoilt));
    }
    if (typeof value !== 'object' || value === null)
        return value;
    const missing = below.filter((one) => one.length === path.length + 1).map((one) => String(one.at(-1)));
    const keys = new Set([...Object.keys(value), ...missing]);
    return Object.fromEntries([...keys].flatMap((key) => mendPart(Object.getOwnPropertyDescriptor(value, key)?.value, [...path, key], spoilt).map((part) => [key, part])));
}
function mendPart(value, path, spoilt) {
    const isSpoilt = spoilt.some((one) => one.length === path.length && meet(one, path));
    if (!isSpoilt)
        return [mend(value, path, spoilt)];
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
    const standIn = standIns.get(pattern)?.(path);
    return standIn === undefined ? [] : [standIn];
}
const role = 'stand-in@stand-in';
const number = (path) => path.filter((part) => typeof part === 'number').join('-');
const standIns = new Map([
    ['clusters.*', () => ({})],
    ['clusters.*.regions.*', () => ({ region: 'STAND_IN' })],
    ['clusters.*.regions.*.region', () => 'STAND_IN'],
    ['clusters.*.auto-scaling.compute.max', () => 'M9999'],
    ['users.*', (path) => ({ username: `stand-in-${number(path)}`, roles: [role] })],
    ['users.*.username', (path) => `stand-in-${number(path)}`],
    ['users.*.roles', () => [role]],
    ['users.*.roles.*', () => role],
    ['users.*.clusters.*', () => 'stand-in'],
    ['network-access.*', (path) => ({ address: `stand-in-${number(path)}` })],
    ['network-access.*.address', (path) => `stand-in-${number(path)}`],
]);


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

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ HIGHEST_PRIORITY),
/* harmony export */   ID: () => (/* binding */ allowedTotals),
/* harmony export */   Ox: () => (/* binding */ usualRegions),
/* harmony export */   hH: () => (/* binding */ electableTotals),
/* harmony export */   te: () => (/* binding */ electableNodes),
/* harmony export */   v_: () => (/* binding */ INFINITE_NODES),
/* harmony export */   yl: () => (/* binding */ newNodes)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);

const usualRegions = {
    AWS: 'US_EAST_1',
    GCP: 'CENTRAL_US',
    AZURE: 'US_EAST_2',
};
const HIGHEST_PRIORITY = 7;
const electableTotals = [3, 5, 7];
const INFINITE_NODES = 2;
function allowedTotals(edition) {
    return edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ ? [INFINITE_NODES] : electableTotals;
}
function newNodes({ edition, regions }) {
    return edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ ? regions.map(({ nodes }) => nodes ?? INFINITE_NODES) : electableNodes(regions);
}
function electableNodes(regions) {
    const named = regions.some(({ nodes }) => nodes !== undefined);
    if (named)
        return regions.map(({ nodes }) => nodes ?? 1);
    const total = electableTotals.find((count) => count >= regions.length) ?? regions.length;
    return regions.map((_, index) => Math.floor(total / regions.length) + (index < total % regions.length ? 1 : 0));
}


/***/ }),

/***/ 7140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ GROUPS_STAY),
/* harmony export */   Tp: () => (/* binding */ resolveEntry),
/* harmony export */   Ud: () => (/* binding */ sharedEntryIssues),
/* harmony export */   cy: () => (/* binding */ whomItLetsIn)
/* harmony export */ });
/* harmony import */ var _atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2238);


function resolveEntry(document, { resolving, index }) {
    const { comment } = document;
    const hours = document['expires-in-hours'];
    const report = (key, message) => resolving.report({ path: ['network-access', index, key], message });
    const parsed = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(document.address);
    const address = 'address' in parsed ? parsed.address : document.address;
    if ('problem' in parsed)
        report('address', parsed.problem);
    if ((0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isTooWide */ ._X)(address) && document['allow-anywhere'] !== true) {
        report('address', `${whomItLetsIn(address)}; if that is meant, add allow-anywhere: true`);
    }
    const isGroup = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecurityGroup */ .om)(address);
    if (isGroup && hours !== undefined)
        report('expires-in-hours', GROUPS_STAY);
    return {
        address,
        comment,
        expiresAt: isGroup ? undefined : (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .latestExpiry */ .ZU)(hours, resolving),
        endsWithEnvironment: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .endsWithEnvironment */ .IJ)(hours, resolving),
    };
}
const GROUPS_STAY = 'does not go with an AWS security group: Atlas never removes those by itself';
function whomItLetsIn(address) {
    return address.endsWith('/0') ? 'lets the whole internet in' : 'lets a good part of the internet in';
}
function sharedEntryIssues(entries) {
    return entries.flatMap(({ address }, index) => entries.slice(0, index).some((earlier) => earlier.address === address)
        ? [{ path: ['network-access', index, 'address'], message: 'is the address of an earlier entry, too' }]
        : []);
}


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ isBetween),
/* harmony export */   Jd: () => (/* binding */ isNvme),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   mR: () => (/* binding */ compareSizes),
/* harmony export */   oC: () => (/* binding */ isSameSeries),
/* harmony export */   zp: () => (/* binding */ withoutGeneration)
/* harmony export */ });
function readSize(tier) {
    const [, family, number, rest = ''] = tier.toUpperCase().match(/^([A-Z]+)(\d+)((?:_[A-Z0-9]+)*)$/) ?? [];
    return family === undefined || number === undefined ? undefined : { number: Number(number), series: family + rest };
}
function seriesOf(tier) {
    return readSize(tier)?.series;
}
function isSameSeries(one, other) {
    const series = seriesOf(one);
    return series !== undefined && series === seriesOf(other);
}
function compareSizes(one, other) {
    return (readSize(one)?.number ?? Number.NaN) - (readSize(other)?.number ?? Number.NaN);
}
function isBetween(tier, { min, max }) {
    return (seriesOf(tier) !== undefined &&
        (min === undefined || (isSameSeries(min, tier) && compareSizes(min, tier) <= 0)) &&
        (max === undefined || (isSameSeries(tier, max) && compareSizes(tier, max) <= 0)));
}
function isNvme(tier) {
    return /_NVME(_|$)/i.test(tier);
}
function withoutGeneration(tier) {
    return tier.replace(/_GEN_\d+/i, '');
}


/***/ }),

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ kindNames),
/* harmony export */   r: () => (/* binding */ tierKind)
/* harmony export */ });
function tierKind(tier) {
    if (tier === 'M0')
        return 'free';
    return tier === 'FLEX' ? 'flex' : 'dedicated';
}
const kindNames = {
    free: 'a free cluster (M0)',
    flex: 'a Flex cluster',
    dedicated: 'a dedicated cluster',
};


/***/ })

};
