export const id = 423;
export const ids = [423];
export const modules = {

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

/***/ 9423:
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
var environment = __webpack_require__(1425);
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

// EXTERNAL MODULE: ./build/actions/provision/desired-spec.js + 1 modules
var desired_spec = __webpack_require__(8119);
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

// EXTERNAL MODULE: ./build/src/spec/changes.js
var spec_changes = __webpack_require__(4560);
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
// EXTERNAL MODULE: ./build/src/spec/versions.js
var versions = __webpack_require__(1448);
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
    return actual.mongodbVersion === undefined ? mongodbVersion : (0,versions/* majorOf */.Ds)(actual.mongodbVersion);
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
        (0,versions/* versionProblem */.Ec)(desired.mongodbVersion, actual.mongodbVersion),
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
// EXTERNAL MODULE: ./build/src/environment/saslprep.js
var saslprep = __webpack_require__(8775);
;// CONCATENATED MODULE: ./build/src/spec/plan-user.js








function planUser(user, comparison) {
    const of = { kind: 'user', name: user.username };
    const problems = scopeProblems(user, comparison);
    const { database } = user_kinds/* authentication */.j[user.kind];
    const existing = comparison.actual.users.find((other) => other.username === user.username && other.database === database);
    const notices = preparationNotices(user);
    if (!existing)
        return { step: (0,spec_changes/* newStep */.zu)(of, userChanges(user, undefined)), problems, notices };
    const changes = [...userChanges(user, existing), ...markChange(user, existing, comparison)];
    const clash = plan_user_kindProblem(user, existing) ?? plan_user_ownershipProblem(existing, changes, comparison);
    if (clash)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'cannot be what is asked for'), problems: [...problems, clash] };
    return {
        step: (0,spec_changes/* existingStep */.qV)(of, changes),
        problems,
        notices: [...notices, ...expiryNotices(user, existing, comparison), ...passwordNotices(user, existing)],
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
function preparationNotices({ username, password }) {
    return password === undefined || (0,saslprep/* isKnownToEveryDriver */.o)(password) ? [] : [(0,saslprep/* unpreparable */.X)(username)];
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
    const whose = holder === 'other' ? madeFor(existing, (0,authors_text/* ownerOfPlan */.Qk)(options)) : 'was not made by this suite';
    const instead = options.environment
        ? 'choose another username, or leave it out to have one derived'
        : 'choose another username';
    return `user "${username}" exists in this project and ${whose}. Users are shared by a whole project: ${instead}`;
}
function madeFor({ description }, own) {
    const environment = own && (0,owner_mark/* markedEnvironment */.Q0)(description, own);
    return environment === undefined
        ? 'was made for something else'
        : `was made for environment ${environment.tag} of ${environment.repository}`;
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
        return { kind, name, action: 'update', changes, reason: (0,spec_changes/* reasonOf */.A3)(changes) };
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
    return defined({
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
        ...defined({ minInstanceSize: min, maxInstanceSize: max }),
    };
}
function defined(record) {
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
    return { ...defined({ id: shard.id, zoneName: shard.zoneName }), regionConfigs };
}
function regionFields({ provider, region, nodes, priority, existing }, { shard, change }) {
    const like = existing ?? neighbourOf(shard, provider);
    const base = baseSize(like, shard, change);
    const group = (kind, { size, count }) => size === undefined ? undefined : groupFields(kind, { size, count, provider, like, change });
    const [readOnly, analytics] = [existing?.readOnly, existing?.analytics];
    const hadElectable = (existing?.electable?.nodes ?? 0) > 0;
    return defined({
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
    return defined({
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
        ...defined({ terminationProtectionEnabled: cluster.terminationProtection }),
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
        ...defined({
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
        electableSpecs: { instanceSize: tier, nodeCount: nodes[index], ...defined({ diskSizeGB: disk }) },
        ...defined({ autoScaling: scaling && autoScalingFields(scaling, { isInfinite }) }),
    }));
}
const hardwareFields = /^(tier|disk-size-gb|regions|shards|auto-scaling\..+|max-storage-gb)$/;
function updateBody(cluster, changes, { actual, ownership }) {
    const changed = (field) => changes.some((change) => change.field === field);
    const changesTags = changes.some(({ field }) => field.startsWith('tags.'));
    const renewed = Object.entries(ownership).filter(([name]) => changed(`tags.${name}`));
    const body = defined({
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
    const fingerprintHere = remembering((_username) => (0,passwords/* randomFingerprint */.Y6)());
    const fingerprintOfSeed = remembering((password, projectId, username) => (0,passwords/* derivedFingerprint */.O$)({ seed: seed ?? '', password }, { projectId, username }));
    const decideOne = (user, { desired, place }) => {
        if (user.kind !== 'password')
            return [user];
        if (user.password !== undefined)
            return [{ ...user, fingerprint: fingerprintHere(user.username) }];
        const { groupId, now } = place;
        const existing = place.existing.find(({ username }) => username === user.username);
        if (seed !== undefined) {
            return groupId === undefined ? [user] : [derived(user, { desired, existing, groupId, seed })];
        }
        const password = random.get(user.username);
        if (existing && (password === undefined || !isMarked(existing, fingerprintHere(user.username)))) {
            random.delete(user.username);
            return [user, standInFor(user, now)];
        }
        return [withPassword(user, password ?? newPassword(user.username))];
    };
    const withPassword = (user, password) => ({
        ...user,
        password,
        fingerprint: fingerprintHere(user.username),
    });
    const derived = (user, { desired, existing, groupId, seed: source, }) => {
        const { username, clusters = [] } = user;
        const names = [
            ...clusters,
            ...desired.clusters.map(({ name }) => name),
            ...(existing?.scopes ?? []).map(({ name }) => name),
        ];
        const candidates = [...new Set(names.length > 0 ? names : [''])].map((clusterName) => (0,passwords/* derivePassword */.Jn)(source, { projectId: groupId, clusterName, username }));
        const fingerprintOf = (password) => fingerprintOfSeed(password, groupId, username);
        const inForce = existing && candidates.find((password) => isMarked(existing, fingerprintOf(password)));
        const password = inForce ?? candidates[0] ?? '';
        mask(password);
        return { ...user, password, fingerprint: fingerprintOf(password) };
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
        const expiresAt = Math.min(user.expiresAt ?? latest, latest);
        const named = { ...user, username, expiresAt, endsWithEnvironment: false };
        const standIn = withPassword(named, newPassword(username));
        standIns.set(user.username, standIn);
        log(`Nobody here knows the password of "${user.username}", so "${username}" is created for a day. With password-seed every run has the same user.`);
        return standIn;
    };
    const isMarked = ({ description }, fingerprint) => {
        const mark = (0,owner_mark/* readMark */.Mp)(description);
        return mark?.fingerprint !== undefined && mark.fingerprint === fingerprint && (0,owner_mark/* isMarkOf */.zx)(mark, owner);
    };
    return {
        withStandIns: (desired) => ({ ...desired, users: [...desired.users, ...standIns.values()] }),
        decide: (desired, place) => ({
            ...desired,
            users: desired.users.flatMap((user) => decideOne(user, { desired, place })),
        }),
        compare: (desired, { existing }) => (actual) => {
            const wanted = desired.users.find(({ username }) => username === actual.username);
            const user = existing.find(({ username }) => username === actual.username);
            if (wanted?.password === undefined || !user)
                return 'unknown';
            if (isMarked(user, wanted.fingerprint))
                return 'same';
            return wanted.fingerprint === fingerprintHere(wanted.username) ? 'unknown' : 'different';
        },
        get standIns() {
            const needed = [...standIns].filter(([wanted]) => !random.has(wanted));
            return new Map(needed.map(([wanted, { username }]) => [wanted, username]));
        },
    };
}
function remembering(answer) {
    const known = new Map();
    return (...question) => {
        const key = JSON.stringify(question);
        const found = known.get(key) ?? answer(...question);
        known.set(key, found);
        return found;
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
function fieldsOf({ desired, owner }) {
    const { fingerprint } = desired;
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
    const spec = await (0,desired_spec.readDesiredSpec)(inputs, context);
    const closed = (0,environment.closedPullRequest)(context.job, { named: inputs.environment, environment: spec.environment });
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


/***/ })

};
