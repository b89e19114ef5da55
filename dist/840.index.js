export const id = 840;
export const ids = [840];
export const modules = {

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ writePreviewComment)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

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

/***/ 4840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provisionEnvironment: () => (/* binding */ provisionEnvironment)
});

// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/src/atlas/access-list-readiness.js
var access_list_readiness = __webpack_require__(5665);
// EXTERNAL MODULE: ./build/src/atlas/access-list-writer.js
var access_list_writer = __webpack_require__(2678);
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
// EXTERNAL MODULE: ./build/src/spec/plan-entries.js
var plan_entries = __webpack_require__(5839);
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
        const listed = (0,plan_entries/* entriesToWrite */.pA)((0,plan_entries/* planEntries */.W9)(entries, existing, { owner, now: client.clock.now() }));
        const more = forJob?.lacking(existing) ?? [];
        return [...listed, ...more.filter(({ address }) => !entries.some((entry) => entry.address === address))];
    };
}

// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/create-once.js
var create_once = __webpack_require__(2279);
// EXTERNAL MODULE: ./build/src/atlas/optional.js
var optional = __webpack_require__(949);
// EXTERNAL MODULE: ./build/src/spec/regions.js
var spec_regions = __webpack_require__(9592);
// EXTERNAL MODULE: ./build/src/spec/tiers.js
var tiers = __webpack_require__(4164);
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
            backupEnabled: cluster.backup ?? cluster.pointInTime,
            pitEnabled: cluster.pointInTime,
            mongoDBMajorVersion: cluster.mongodbVersion,
        }),
    }, cluster.atlas);
}
function regionConfigs({ tier, regions, diskSizeGb, autoScaling }) {
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
    const nodes = (0,spec_regions/* electableNodes */.te)(regions);
    return regions.map(({ provider, region }, index) => ({
        providerName: provider,
        regionName: region,
        priority: spec_regions/* HIGHEST_PRIORITY */.AL - index,
        electableSpecs: { instanceSize: tier, nodeCount: nodes[index], ...defined({ diskSizeGB: diskSizeGb }) },
        ...defined({ autoScaling: autoScaling && autoScalingFields(autoScaling) }),
    }));
}
function autoScalingFields({ compute, disk }) {
    return defined({
        compute: compute === undefined
            ? undefined
            : compute === false
                ? { enabled: false, scaleDownEnabled: false }
                : defined({
                    enabled: true,
                    scaleDownEnabled: compute.min !== undefined,
                    minInstanceSize: compute.min,
                    maxInstanceSize: compute.max,
                }),
        diskGB: disk === undefined ? undefined : { enabled: disk },
    });
}
const hardwareFields = /^(tier|disk-size-gb|regions|shards|auto-scaling\..+)$/;
function updateBody(cluster, changes, { actual, actualTags, ownership }) {
    const changed = (field) => changes.some((change) => change.field === field);
    const changesTags = changes.some(({ field }) => field.startsWith('tags.'));
    const expiry = changed(`tags.${environment_tags/* tagNames */.nP.expiresAt}`) ? ownership[environment_tags/* tagNames */.nP.expiresAt] : undefined;
    const body = defined({
        backupEnabled: changed('backup') ? cluster.backup : undefined,
        pitEnabled: changed('point-in-time') ? cluster.pointInTime : undefined,
        terminationProtectionEnabled: changed('termination-protection') ? cluster.terminationProtection : undefined,
        mongoDBMajorVersion: changed('mongodb-version') ? cluster.mongodbVersion : undefined,
        tags: changesTags
            ? (0,optional/* tagList */.Tw)({ ...actualTags, ...cluster.tags, ...defined({ [environment_tags/* tagNames */.nP.expiresAt]: expiry }) })
            : undefined,
        replicationSpecs: changes.some(({ field }) => hardwareFields.test(field))
            ? changedSpecs(cluster, changed, actual)
            : undefined,
    });
    return changes.some(({ field }) => field.startsWith('atlas.')) ? merge(body, cluster.atlas) : body;
}
function changedSpecs(cluster, changed, actual) {
    const specs = recordsIn(actual.replicationSpecs).map((spec) => ({
        ...pick(spec, ['id', 'zoneName', 'zoneId']),
        regionConfigs: changedRegions(cluster, changed, recordsIn(spec.regionConfigs)),
    }));
    const [template] = specs;
    const wanted = cluster.shards ?? specs.length;
    const more = Math.max(0, wanted - specs.length);
    const kept = specs.slice(0, Math.max(1, wanted));
    return [...kept, ...Array.from({ length: more }, () => ({ regionConfigs: template?.regionConfigs ?? [] }))];
}
function changedRegions(cluster, changed, existing) {
    const hardware = defined({
        instanceSize: changed('tier') ? cluster.tier : undefined,
        diskSizeGB: changed('disk-size-gb') ? cluster.diskSizeGb : undefined,
    });
    const scaling = cluster.autoScaling && autoScalingFields(cluster.autoScaling);
    const change = (config) => ({
        ...config,
        ...Object.fromEntries(['electableSpecs', 'readOnlySpecs', 'analyticsSpecs'].flatMap((specs) => {
            const record = config[specs];
            if (!isRecord(record))
                return [];
            const keepsSize = specs === 'analyticsSpecs' && record.nodeCount !== 0;
            return [[specs, { ...record, ...hardware, ...(keepsSize && pick(record, ['instanceSize'])) }]];
        })),
        ...(scaling && { autoScaling: { ...(isRecord(config.autoScaling) ? config.autoScaling : {}), ...scaling } }),
    });
    if (!changed('regions'))
        return existing.map(change);
    const usual = (0,spec_regions/* electableNodes */.te)(cluster.regions);
    const [like = {}] = existing;
    const namesNodes = cluster.regions.some(({ nodes }) => nodes !== undefined);
    const keepsCount = !namesNodes && cluster.regions.length === existing.length;
    return cluster.regions.map(({ provider, region }, index) => {
        const same = existing.find((config) => config.providerName === provider && config.regionName === region);
        const specs = (same ?? like).electableSpecs;
        const count = keepsCount && isRecord(specs) && typeof specs.nodeCount === 'number' ? specs.nodeCount : usual[index];
        return change({
            ...(same ?? pick(like, ['autoScaling', 'analyticsAutoScaling'])),
            providerName: provider,
            regionName: region,
            priority: spec_regions/* HIGHEST_PRIORITY */.AL - index,
            electableSpecs: { ...(isRecord(specs) ? specs : {}), nodeCount: count },
        });
    });
}
function merge(base, over) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const there = merged[key];
        merged[key] = isRecord(there) && isRecord(value) ? merge(there, value) : value;
    }
    return merged;
}
function recordsIn(value) {
    return Array.isArray(value) ? value.filter(isRecord) : [];
}
function pick(record, keys) {
    return Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/src/spec/cluster-rules.js
var cluster_rules = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/spec/creation.js


const usualTier = 'FLEX';
const usualRegion = { provider: 'AWS', region: spec_regions/* usualRegions */.Ox.AWS, nodes: undefined };
function newCluster(cluster, environment) {
    const tier = cluster.tier ?? usualTier;
    const [first = usualRegion, ...others] = cluster.regions;
    const problems = [];
    const missing = [cluster.tier ?? 'tier', cluster.regions.length > 0 || 'region'].filter((one) => one === 'tier' || one === 'region');
    if (!environment && missing.length > 0) {
        problems.push(`cluster "${cluster.name}" does not exist, and to create it ${missing.join(' and ')} must be given. If it should exist, check its name`);
    }
    if (cluster.tier === undefined) {
        for (const { key, message } of (0,cluster_rules/* ruleBreaches */.O)(cluster, tier)) {
            problems.push(`cluster "${cluster.name}": ${key} ${message}. Name a tier: M10 and above`);
        }
    }
    return { cluster: { ...cluster, tier, regions: [first, ...others] }, problems };
}

;// CONCATENATED MODULE: ./build/src/spec/apply-cluster.js






async function applyCluster(client, work) {
    const { step, existing } = work;
    if (step.action === 'create' || !existing)
        return await create(client, work);
    return step.action === 'update' ? await update(client, work, existing) : existing;
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
    return thing;
}
function isOurs({ tags }, { environment, ownership }) {
    if (environment)
        return (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own';
    const [theirs, ours] = [tags[environment_tags/* tagNames */.nP.repository], ownership[environment_tags/* tagNames */.nP.repository]];
    return theirs !== undefined && theirs.toLowerCase() === ours?.toLowerCase();
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
    const body = updateBody(desired, others, { actual: cluster.raw, actualTags: cluster.tags, ownership });
    return await change(body);
}
function isResumption({ field, to }) {
    return (field === 'paused' || field === 'atlas.paused') && to === false;
}

// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
// EXTERNAL MODULE: ./build/src/spec/read.js + 1 modules
var read = __webpack_require__(5160);
;// CONCATENATED MODULE: ./build/src/spec/apply-project.js



async function applyProject(client, { desired, existing, step }) {
    const { project, ownership } = desired;
    if ('id' in project || existing) {
        if (!existing)
            throw new Error('The project of the spec is not there.');
        if (step.action !== 'update' || 'id' in project)
            return existing;
        const tags = { ...existing.tags, ...project.tags };
        return await (0,create_once/* changeSafely */.x)(client, () => (0,projects/* updateProjectTags */.OE)(client, existing.id, tags));
    }
    const orgId = await findOrganization(client, project);
    const request = { name: project.name, orgId, tags: { ...project.tags, ...ownership } };
    const { thing } = await (0,create_once/* createOnce */.U)(client, {
        create: () => (0,projects/* createProject */.gA)(client, request),
        find: () => (0,read/* findProject */.t)(client, project),
        takenCodes: ['GROUP_ALREADY_EXISTS'],
        what: `project "${project.name}"`,
    });
    return thing;
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

// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/environment/passwords.js
var passwords = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/spec/user-kinds.js
var user_kinds = __webpack_require__(3108);
;// CONCATENATED MODULE: ./build/src/spec/apply-user.js






const DESCRIPTION_ROOM = 100;
async function applyUser(client, work) {
    if (work.step.action === 'create')
        return await apply_user_create(client, work);
    if (work.lookAgain && !(await isThere(client, work)))
        return await createAgain(client, work);
    if (work.step.action === 'update')
        await apply_user_update(client, work);
}
async function isThere(client, { groupId, desired }) {
    const { database: databaseName } = user_kinds/* authentication */.j[desired.kind];
    return (await (0,database_users/* findDatabaseUser */.mG)(client, { groupId, databaseName, username: desired.username })) !== undefined;
}
async function createAgain(client, work) {
    const { username, kind, password } = work.desired;
    const gone = `Database user "${username}" has been removed since the plan was made`;
    if (kind === 'password' && password === undefined)
        throw new Error(`${gone}, and nobody here knows its password. Run the step again: it makes the user anew.`);
    client.log(`${gone}; making it anew.`);
    await apply_user_create(client, work);
}
async function apply_user_create(client, work) {
    const { groupId, desired, owner } = work;
    const { database: databaseName, field, value } = user_kinds/* authentication */.j[desired.kind];
    const address = { groupId, databaseName, username: desired.username };
    const body = {
        username: desired.username,
        databaseName,
        ...fieldsOf(work),
        roles: rolesOf(desired),
        ...(field !== undefined && { [field]: value }),
    };
    const { thing, isAnswer } = await (0,create_once/* createOnce */.U)(client, {
        create: () => (0,database_users/* createDatabaseUser */.PO)(client, groupId, body),
        find: () => (0,database_users/* findDatabaseUser */.mG)(client, address),
        takenCodes: ['USER_ALREADY_EXISTS'],
        what: `database user "${desired.username}"`,
    });
    if (isAnswer)
        return;
    const mark = (0,owner_mark/* readMark */.Mp)(thing.description);
    if (!(0,owner_mark/* isMarkOf */.zx)(mark, owner))
        throw new UserTaken(desired.username);
    if (desired.password === undefined || mark?.fingerprint === fingerprintOf(work))
        return;
    const standIn = work.standIn?.(desired);
    if (!standIn)
        throw new UserTaken(desired.username);
    client.log(`Another run has just made database user "${desired.username}"; "${standIn.username}" is made instead.`);
    await apply_user_create(client, { ...work, desired: standIn });
}
class UserTaken extends Error {
    name = 'UserTaken';
    constructor(username) {
        super(`Database user "${username}" has just been made by somebody else. Choose another username, or run the step again.`);
    }
}
async function apply_user_update(client, work) {
    const { groupId, desired, step } = work;
    const { database: databaseName } = user_kinds/* authentication */.j[desired.kind];
    const changed = new Set(step.changes.map(({ field }) => field));
    const all = { ...fieldsOf(work), roles: rolesOf(desired) };
    const body = {
        ...(changed.has('roles') && { roles: all.roles }),
        ...(changed.has('clusters') && all.scopes && { scopes: all.scopes }),
        ...(changed.has('expires-at') && all.deleteAfterDate !== undefined && { deleteAfterDate: all.deleteAfterDate }),
        ...(changed.has('password') && all.password !== undefined && { password: all.password }),
        ...((changed.has('password') || changed.has('description')) && { description: all.description }),
    };
    await (0,create_once/* changeSafely */.x)(client, () => (0,database_users/* updateDatabaseUser */.YW)(client, { groupId, databaseName, username: desired.username }, body));
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





async function apply(client, application) {
    const { desired, reading, plan, environment, owner } = application;
    const project = await applyProject(client, {
        desired,
        existing: reading.state.project,
        step: stepOf(plan, 'project'),
    });
    const groupId = project.id;
    const { readAt, state } = reading;
    const users = application.withPasswords(groupId);
    const clusterWork = desired.clusters.map((cluster) => applyCluster(client, {
        address: { groupId, clusterName: cluster.name },
        desired: cluster,
        step: stepOf(plan, 'cluster', cluster.name),
        existing: reading.clusters.get(cluster.name),
        environment,
        ownership: desired.ownership,
    }));
    const clusters = await allOf(clusterWork);
    const lookAgain = plan.steps.some(({ kind, action }) => kind === 'cluster' && action === 'create');
    const userWork = users.map((user) => applyUser(client, {
        groupId,
        desired: user,
        step: stepOf(plan, 'user', user.username),
        owner,
        lookAgain,
        standIn: application.standIn,
    }));
    const entries = {
        groupId,
        entries: desired.accessList,
        reading: desired.accessList.length > 0 ? { entries: state.accessList, askedAt: readAt } : undefined,
        steps: plan.steps,
        owner,
        forJob: application.forJob?.(groupId),
    };
    const [usersAt, written] = await allOf([
        allOf(userWork).then(() => client.clock.now()),
        applyAccessList(client, entries),
    ]);
    if (!application.wait)
        return { groupId, clusters };
    const [usable] = await allOf([
        allOf(clusters.map((cluster) => waitUntilUsable(client, cluster, { groupId, usersAt, application }))),
        waitUntilOpen(client, entries, written),
    ]);
    return { groupId, clusters: usable };
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

// EXTERNAL MODULE: ./build/src/spec/authors-text.js
var authors_text = __webpack_require__(6597);
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
    if (atlas_changes_isRecord(desired)) {
        const there = atlas_changes_isRecord(actual) ? actual : {};
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
    if (atlas_changes_isRecord(desired)) {
        return Object.entries(desired).every(([key, value]) => covers(atlas_changes_isRecord(actual) && Object.hasOwn(actual, key) ? actual[key] : undefined, value));
    }
    if (typeof desired === 'string' && typeof actual === 'string')
        return actual.toLowerCase() === desired.toLowerCase();
    return (actual ?? null) === (desired ?? null);
}
function atlas_changes_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function shown(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    return JSON.stringify(value) ?? 'nothing';
}

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

;// CONCATENATED MODULE: ./build/src/spec/impossible-changes.js





function impossibleChanges(desired, actual) {
    const problems = kindProblem(desired, actual) === undefined
        ? [
            regionProblem(desired, actual),
            ...((0,tiers/* tierKind */.r)(actual.tier) === 'free' ? freeProblems(desired, actual) : []),
            ...(0,cluster_rules/* ruleBreaches */.O)(desired, actual.tier).map(({ key, message }) => `${key} ${message}. Leave it out`),
            versionProblem(desired.mongodbVersion, actual.mongodbVersion),
            diskProblem(desired, actual),
            shardsProblem(desired, actual),
        ]
        : [kindProblem(desired, actual)];
    return problems.filter((problem) => problem !== undefined).map((problem) => `cluster "${actual.name}": ${problem}`);
}
function kindProblem({ tier }, actual) {
    if (tier === undefined || (0,tiers/* tierKind */.r)(tier) === (0,tiers/* tierKind */.r)(actual.tier))
        return undefined;
    return `tier cannot change from ${actual.tier} to ${tier}: ${tiers/* kindNames */.$[(0,tiers/* tierKind */.r)(actual.tier)]} stays one. Delete it first (teardown), or choose another name`;
}
function regionProblem({ regions }, actual) {
    if (regions.length === 0 || actual.regions.length === 0)
        return undefined;
    const wanted = regions.map(({ provider, region }) => `${provider} ${region}`);
    const there = actual.regions.map(({ provider, region }) => `${provider} ${region}`.toUpperCase());
    if (wanted.some((place) => there.includes(place)))
        return undefined;
    return `region cannot change from ${there.join(', ')} to ${wanted.join(', ')}: nothing of it would stay. Delete it first (teardown), or choose another name`;
}
function freeProblems({ tags, atlas, terminationProtection }, actual) {
    const instead = 'Atlas never changes a free cluster (M0). Delete it first (teardown), or take FLEX';
    const fields = [
        ...(0,spec_changes/* tagChanges */.qM)(actual.tags, tags).map(({ field }) => field),
        ...atlasChanges(actual.raw, atlas).map(({ field }) => field),
        ...(terminationProtection === false && actual.terminationProtection ? ['termination-protection'] : []),
    ];
    return fields.map((field) => `${field} cannot change: ${instead}`);
}
function diskProblem({ diskSizeGb, autoScaling }, actual) {
    if (diskSizeGb === undefined || actual.diskSizeGb === undefined)
        return undefined;
    if (diskSizeGb >= Math.floor(actual.diskSizeGb) || growsByItself(autoScaling?.disk, actual))
        return undefined;
    return `disk-size-gb cannot shrink from ${actual.diskSizeGb} to ${diskSizeGb}. Leave it at ${actual.diskSizeGb}, or restore into a smaller cluster`;
}
function growsByItself(wanted, actual) {
    return wanted ?? actual.autoScaling?.disk ?? false;
}
function shardsProblem({ shards }, actual) {
    if (shards !== 1 || (actual.shards ?? 1) === 1)
        return undefined;
    return `shards cannot change from ${actual.shards} to 1: a sharded cluster does not become a replica set. Restore into a new one`;
}

;// CONCATENATED MODULE: ./build/src/spec/regions-shown.js
function regionsShown(regions) {
    return regions
        .map(({ provider, region, nodes }) => `${provider} ${region}`.toUpperCase() + (nodes === undefined ? '' : ` × ${nodes}`))
        .join(', ');
}

// EXTERNAL MODULE: ./build/src/spec/sizes.js
var sizes = __webpack_require__(6795);
;// CONCATENATED MODULE: ./build/src/spec/cluster-changes.js







function clusterChanges(desired, actual) {
    return [
        ...resumption(desired, actual),
        ...tierChange(desired, actual),
        ...regionChange(desired, actual),
        ...(0,spec_changes/* changeOf */.C2)('mongodb-version', versionShown(desired, actual), desired.mongodbVersion),
        ...(0,spec_changes/* changeOf */.C2)('backup', actual?.backup, desired.backup),
        ...(0,spec_changes/* changeOf */.C2)('point-in-time', actual?.pointInTime, desired.pointInTime),
        ...diskChange(desired, actual),
        ...(0,spec_changes/* changeOf */.C2)('termination-protection', actual?.terminationProtection, desired.terminationProtection),
        ...(0,spec_changes/* changeOf */.C2)('shards', actual && (actual.shards ?? desired.shards), desired.shards),
        ...autoScalingChanges(desired.autoScaling, actual?.autoScaling),
        ...(0,spec_changes/* tagChanges */.qM)(actual?.tags ?? {}, desired.tags),
        ...atlasChanges(actual?.raw ?? {}, desired.atlas),
    ];
}
function expiryChanges({ tags }, { ownership }) {
    const to = (0,environment_tags/* expiryOf */.p1)(ownership);
    if (to === undefined || !(0,spec_changes/* isWorthwhile */.qG)((0,environment_tags/* expiryOf */.p1)(tags), to))
        return [];
    return (0,spec_changes/* changeOf */.C2)(`tags.${environment_tags/* tagNames */.nP.expiresAt}`, tags[environment_tags/* tagNames */.nP.expiresAt], ownership[environment_tags/* tagNames */.nP.expiresAt]);
}
function resumption({ atlas }, actual) {
    return actual?.paused && !('paused' in atlas) ? [{ field: 'paused', from: true, to: false }] : [];
}
function tierChange(desired, actual) {
    const { min, max } = (desired.autoScaling?.compute ?? actual?.autoScaling?.compute) || {};
    const scaled = actual?.autoScaling?.compute !== false && max !== undefined;
    if (actual && scaled && (0,sizes/* isBetween */.B)(actual.tier, { min: min ?? desired.tier, max }))
        return [];
    return (0,spec_changes/* changeOf */.C2)('tier', actual?.tier.toUpperCase(), desired.tier);
}
function regionChange(desired, actual) {
    if (desired.regions.length === 0)
        return [];
    if (!actual)
        return (0,spec_changes/* changeOf */.C2)('regions', undefined, regionsShown(desired.regions));
    if (actual.regions.length === 0)
        return [];
    const ordered = actual.regions.toSorted((one, other) => (other.priority ?? 0) - (one.priority ?? 0));
    const namesNodes = desired.regions.some(({ nodes }) => nodes !== undefined);
    const shown = namesNodes ? ordered : ordered.map((region) => ({ ...region, nodes: undefined }));
    return (0,spec_changes/* changeOf */.C2)('regions', regionsShown(shown), regionsShown(desired.regions));
}
function versionShown({ mongodbVersion }, actual) {
    if (!actual)
        return undefined;
    return actual.mongodbVersion === undefined ? mongodbVersion : majorOf(actual.mongodbVersion);
}
function diskChange({ diskSizeGb, autoScaling }, actual) {
    if (diskSizeGb === undefined || (actual && actual.diskSizeGb === undefined))
        return [];
    const from = actual?.diskSizeGb === undefined ? undefined : Math.floor(actual.diskSizeGb);
    if (actual && from !== undefined && from > diskSizeGb && growsByItself(autoScaling?.disk, actual))
        return [];
    return (0,spec_changes/* changeOf */.C2)('disk-size-gb', from, diskSizeGb);
}
function autoScalingChanges(desired, actual) {
    if (!desired)
        return [];
    const { compute, disk } = desired;
    return [
        ...(0,spec_changes/* changeOf */.C2)('auto-scaling.compute', actual && computeShown(actual.compute), compute === undefined ? undefined : computeShown(compute)),
        ...(0,spec_changes/* changeOf */.C2)('auto-scaling.disk', actual?.disk, disk),
    ];
}
function computeShown(compute) {
    if (!compute)
        return 'off';
    const [min, max] = [compute.min, compute.max].map((size) => size?.toUpperCase() ?? 'any');
    return `${min} to ${max}`;
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
    const problems = impossibleChanges(cluster, existing);
    if (problems.length > 0)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'cannot be what is asked for'), problems };
    const expiry = comparison.options.environment ? expiryChanges(existing, comparison.desired) : [];
    if ((0,tiers/* tierKind */.r)(existing.tier) === 'free') {
        const step = (0,spec_changes/* existingStep */.qV)(of, [], statusOf(existing));
        if (expiry.length === 0)
            return { step };
        return { step, notices: [`cluster "${cluster.name}" is a free cluster (M0): Atlas cannot renew its expiry`] };
    }
    const named = clusterChanges(cluster, existing);
    const changes = [...((0,tiers/* tierKind */.r)(existing.tier) === 'flex' ? named.filter(isForFlex) : named), ...expiry];
    return { step: (0,spec_changes/* existingStep */.qV)(of, changes, statusOf(existing)) };
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
    const repository = tags[environment_tags/* tagNames */.nP.repository];
    const ours = desired.ownership[environment_tags/* tagNames */.nP.repository];
    const other = `cluster "${name}" belongs to another repository (tag ${environment_tags/* tagNames */.nP.repository}: ${repository}). Choose another name or another project`;
    if (!environment) {
        const differs = repository !== undefined && ours !== undefined && repository.toLowerCase() !== ours.toLowerCase();
        return differs ? other : undefined;
    }
    const owner = (0,environment_tags/* ownerOf */.bf)(tags, environment);
    if (owner === 'own')
        return undefined;
    if (owner === 'other-repository')
        return other;
    if (owner === 'sibling') {
        const whose = tags[environment_tags/* tagNames */.nP.environment];
        const belongs = whose === undefined ? 'to no environment' : `to environment ${whose}`;
        return `cluster "${name}" was made by this repository, but belongs ${belongs}, not to ${environment.name}. Choose another name, or leave the environment out`;
    }
    return `cluster "${name}" exists and was not made by this suite (it has no tag ${environment_tags/* tagNames */.nP.repository}), so it cannot become environment ${environment.name}. Leave cluster-name out to have a cluster of its own, or leave environment out to update this one`;
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
    const changes = userChanges(user, existing);
    const clash = plan_user_kindProblem(user, existing) ?? plan_user_ownershipProblem(existing, changes, comparison);
    if (clash)
        return { step: (0,spec_changes/* existingStep */.qV)(of, [], 'cannot be what is asked for'), problems: [...problems, clash] };
    return { step: (0,spec_changes/* existingStep */.qV)(of, changes), problems, notices: expiryNotices(user, existing) };
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
function rolesShown(roles) {
    return (0,spec_changes/* showSet */.UD)(roles.map(({ role, database, collection }) => `${role}@${database}${collection === undefined ? '' : `.${collection}`}`));
}
function scopesShown(clusters) {
    return clusters.length > 0 ? (0,spec_changes/* showSet */.UD)(clusters) : 'all';
}
function expiryChange({ expiresAt }, existing) {
    if (expiresAt === undefined || (existing && existing.expiresAt === undefined))
        return [];
    if (!(0,spec_changes/* isWorthwhile */.qG)(existing?.expiresAt, expiresAt))
        return [];
    return (0,spec_changes/* changeOf */.C2)('expires-at', existing?.expiresAt && (0,iso_time/* isoTime */.L)(existing.expiresAt), (0,iso_time/* isoTime */.L)(expiresAt));
}
function passwordChange({ password }, existing) {
    return password === undefined || existing?.password === 'same' ? [] : [{ field: 'password', to: 'set' }];
}
function expiryNotices({ username, expiresAt }, existing) {
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

// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/cluster-progress.js
var cluster_progress = __webpack_require__(2892);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/network-access/open.js
var network_access_open = __webpack_require__(8124);
// EXTERNAL MODULE: ./build/src/atlas/access-list.js
var access_list = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/actions/preview-comment.js
var preview_comment = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/actions/provision/afterwards.js



function outcomeOf(made) {
    if (changesNothing(made))
        return 'unchanged';
    const createsMain = made.steps.some(({ kind, action }) => action === 'create' && (kind === 'cluster' || kind === 'project'));
    return createsMain ? 'created' : 'updated';
}
async function warnOfWhatIsMissing(groupId, { client, inputs, context, plan, users }) {
    if (inputs['password-seed'] !== undefined && users === 0) {
        context.log.warning('password-seed is given, but no user is asked for, so there is no connection string. Name a user, or use environment.');
    }
    if (outcomeOf(plan) !== 'created')
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

// EXTERNAL MODULE: ./build/actions/connection.js + 1 modules
var connection = __webpack_require__(7791);
;// CONCATENATED MODULE: ./build/actions/provision/connect-all.js

function connectAll({ applied, desired, standIns, database, context, }) {
    const { groupId, clusters } = applied;
    const userOf = (clusterName) => {
        const mayReach = ({ clusters: scopes }) => scopes === undefined || scopes.includes(clusterName);
        const wanted = desired.users.find(mayReach);
        const username = wanted && (standIns.get(wanted.username) ?? wanted.username);
        return desired.users.find((one) => one.username === username && one.kind === wanted?.kind);
    };
    const connections = new Map();
    for (const cluster of clusters) {
        const own = userOf(cluster.name);
        const login = own && (0,connection/* loginOf */.DQ)(own.kind, own);
        if (!login)
            continue;
        const options = { login, database, appName: (0,connection/* appNameOf */.EG)(context.job.repository) };
        connections.set(aliasOf(cluster.name, desired), (0,connection/* connectionTo */.mQ)(cluster, options, context));
    }
    const [first] = clusters;
    const user = first && userOf(first.name);
    const main = first &&
        (0,connection/* connectionOutputsOf */.K4)({
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
            ...(connections.size > 0 && { 'connection-strings': Object.fromEntries(connections) }),
        },
    };
}
function aliasOf(name, { clusters }) {
    return clusters.find((cluster) => cluster.name === name)?.alias ?? name;
}

// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/src/spec/interpret.js + 6 modules
var interpret = __webpack_require__(1416);
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
    return flat_defined({
        name: inputs.clusterName,
        tier: inputs.tier,
        provider: inputs.provider,
        region: inputs.region,
        'mongodb-version': inputs.mongodbVersion,
        backup: inputs.backup,
        'point-in-time': inputs.pointInTime,
        'disk-size-gb': inputs.diskSizeGb,
        'termination-protection': inputs.terminationProtection,
        tags,
    });
}
function userDocuments({ username, password, roles, database, clusterName }, { environment }) {
    const name = username ?? (environment && (clusterName ?? (0,environment_environment/* clusterNameOf */.T)(environment)));
    if (name === undefined)
        return {};
    const usual = [database === undefined ? 'readWriteAnyDatabase' : `readWrite@${database}`];
    const clusters = clusterName === undefined ? undefined : [clusterName];
    return { users: [flat_defined({ username: name, password, roles: roles?.length ? roles : usual, clusters })] };
}
function missing({ clusterName, username, password, roles, tags }, { environment }) {
    const problems = [];
    if (clusterName === undefined && !environment)
        problems.push('environment or cluster-name is required');
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
function flat_defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
;// CONCATENATED MODULE: ./build/actions/provision/desire.js


async function wishOf(inputs, context) {
    const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
    const environment = (0,actions_environment/* environmentOf */.p)(context.job, {
        named: inputs.environment,
        namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
    });
    const specContext = specContextOf(inputs, { environment, context });
    const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
    if ('problems' in result && result.problems) {
        const [first = '', ...others] = result.problems;
        throw new Error(others.length === 0 ? first : ['The spec needs a look:', ...result.problems.map((one) => `- ${one}`)].join('\n'));
    }
    if (!('desired' in result) || !result.desired)
        throw new Error('The spec was read without a result.');
    return { desired: result.desired, environment };
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
        now: context.clock.now(),
        defaults: {
            repository: context.job.repository,
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
        tags: inputs.tags,
        terminationProtection: inputs['termination-protection'],
        username: inputs.username,
        password: inputs.password,
        roles: inputs.roles,
        database: inputs.database,
    };
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

// EXTERNAL MODULE: ./build/actions/format.js
var format = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/actions/provision/summarize.js


function summarizePlan(plan) {
    return { title: 'Plan (dry run: nothing was changed)', facts: planFacts(plan) };
}
function summarizeProvision({ environment, outcome, applied, plan, username, expires, waited, took, }) {
    return {
        title: environment === undefined ? `Provisioned: ${outcome}` : `Environment ${environment}: ${outcome}`,
        facts: [
            ['Project', applied.groupId],
            ...applied.clusters.map(({ name, tier, mongodbVersion }) => ['Cluster', [name, tier, mongodbVersion].filter(Boolean).join(', ')]),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/provision/users.js



const STAND_IN_HOURS = 24;
function passwordsOf(desired, { seed, groupId, owner, mask, }) {
    return {
        known: (user, project) => {
            if (user.kind !== 'password' || user.password !== undefined)
                return user;
            if (seed === undefined || project === undefined)
                return user;
            const clusterName = user.clusters?.[0] ?? desired.clusters[0]?.name ?? '';
            const password = (0,passwords/* derivePassword */.Jn)(seed, { projectId: project, clusterName, username: user.username });
            mask(password);
            return { ...user, password };
        },
        compare: (user, existing) => {
            if (user.password === undefined || groupId === undefined)
                return 'unknown';
            const mark = (0,owner_mark/* readMark */.Mp)(existing.description);
            if (!(0,owner_mark/* isMarkOf */.zx)(mark, owner))
                return 'different';
            const fingerprint = (0,passwords/* passwordFingerprint */.WE)(user.password, { projectId: groupId, username: user.username });
            return mark?.fingerprint === fingerprint ? 'same' : 'different';
        },
    };
}
function withRandomPasswords(users, { exists, ...world }) {
    const standIns = new Map();
    const random = new Set();
    const all = users.flatMap((user) => {
        if (user.kind !== 'password' || user.password !== undefined)
            return [user];
        if (exists(user)) {
            const other = standInFor(user, world);
            standIns.set(user.username, other.username);
            return [user, other];
        }
        const password = (0,passwords/* randomPassword */.tN)();
        world.mask(password);
        random.add(user.username);
        return [{ ...user, password }];
    });
    return { users: all, standIns, random };
}
function standInFor(user, { now, mask }) {
    const password = (0,passwords/* randomPassword */.tN)();
    mask(password);
    const latest = now + STAND_IN_HOURS * 3_600_000;
    return {
        ...user,
        username: `${user.username}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`,
        password,
        expiresAt: Math.min(user.expiresAt ?? latest, latest),
    };
}

;// CONCATENATED MODULE: ./build/actions/provision/main.js
















async function provisionEnvironment(inputs, context) {
    const wish = await wishOf(inputs, context);
    const client = (0,atlas_session/* openClient */.My)(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
    const owner = { repository: context.job.repository, name: wish.environment?.name };
    try {
        const prepared = await prepare({ wish, client, owner, inputs, context });
        context.log.info(planLines(prepared.plan).join('\n'));
        context.publish({ plan: planJson(prepared.plan) });
        if (prepared.plan.problems.length > 0)
            throw new Error(problemText(prepared.plan.problems));
        for (const notice of prepared.plan.notices)
            context.log.notice(notice);
        if (inputs['dry-run'])
            return planned(prepared);
        const result = await carryOut({ ...prepared, wish, client, owner, inputs, context });
        await commentOn(result, { environment: wish.environment, inputs, context });
        return result;
    }
    catch (error) {
        const [first] = wish.desired.clusters;
        const groupId = 'id' in wish.desired.project ? wish.desired.project.id : '';
        const address = { groupId, clusterName: first?.name ?? '' };
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explanations });
    }
}
async function prepare({ wish, client, owner, inputs, context }) {
    const project = await (0,read/* findProject */.t)(client, wish.desired.project);
    const passwords = passwordsOf(wish.desired, {
        seed: inputs['password-seed'],
        groupId: project?.id,
        owner,
        mask: context.mask,
    });
    const known = { ...wish.desired, users: wish.desired.users.map((user) => passwords.known(user, project?.id)) };
    const reading = await (0,read/* readState */.u)(client, known, { project, comparePassword: passwords.compare });
    const isDerivedLater = inputs['password-seed'] !== undefined && !project;
    const { users, ...made } = isDerivedLater
        ? { users: known.users, standIns: new Map(), random: new Set() }
        : withRandomPasswords(known.users, {
            exists: ({ username }) => reading.state.users.some((user) => user.username === username),
            now: context.clock.now(),
            mask: context.mask,
        });
    const desired = { ...known, users };
    const { environment } = wish;
    const options = { now: context.clock.now(), repository: context.job.repository, ...(environment && { environment }) };
    return { desired, reading, ...made, plan: plan(desired, reading.state, options) };
}
async function carryOut(work) {
    const { wish, client, owner, inputs, context, reading, plan: planned } = work;
    const startedAt = context.clock.now();
    const names = work.desired.clusters.map(({ name }) => `"${name}"`).join(', ');
    const goesOn = `What was asked for (clusters ${names}) may go on in Atlas; run the step again to go on, or teardown to remove it.`;
    context.underway(inputs['runner-ip'] ? `${goesOn} ${ADDRESS_MAY_BE_OPEN}` : goesOn);
    const passwords = passwordsOf(wish.desired, {
        seed: inputs['password-seed'],
        groupId: reading.state.project?.id,
        owner,
        mask: context.mask,
    });
    let { desired } = work;
    const standIns = new Map(work.standIns);
    for (const [username, other] of standIns) {
        context.log.info(`Nobody here knows the password of "${username}", so "${other}" is made for a day. With password-seed every run has the same user.`);
    }
    const [first] = desired.clusters;
    const applied = await apply(client, {
        desired,
        reading,
        plan: planned,
        environment: wish.environment,
        owner,
        wait: inputs.wait,
        onState: (0,cluster_progress/* clusterProgress */.G)(context),
        withPasswords: (groupId) => {
            context.publish({ 'project-id': groupId, 'cluster-name': first?.name });
            desired = { ...desired, users: desired.users.map((user) => passwords.known(user, groupId)) };
            return desired.users;
        },
        forJob: inputs['runner-ip'] ? await (0,network_access_open/* runnerOf */.mv)(client, context) : undefined,
        standIn: (user) => {
            if (!work.random.has(user.username))
                return undefined;
            const other = standInFor(user, { now: context.clock.now(), mask: context.mask });
            standIns.set(user.username, other.username);
            desired = { ...desired, users: [...desired.users, other] };
            return other;
        },
    });
    await warnOfWhatIsMissing(applied.groupId, { client, inputs, context, plan: planned, users: desired.users.length });
    context.underway(undefined);
    return finished({ ...work, desired, standIns }, applied, startedAt);
}
const ADDRESS_MAY_BE_OPEN = "This runner's address may be open too; the post step of this action closes it, and Atlas after six hours at the latest.";
function finished(work, applied, startedAt) {
    const { wish, context, inputs, plan: planned } = work;
    const outcome = outcomeOf(planned);
    const connections = connectAll({
        applied,
        desired: work.desired,
        standIns: work.standIns,
        database: inputs.database,
        context,
    });
    const [first] = applied.clusters;
    if (inputs.wait && first)
        context.log.info(`Everything can be used: ${applied.clusters.map(({ name }) => `"${name}"`).join(', ')}.`);
    const expiresAt = wish.environment && first ? (0,environment_tags/* expiryOf */.p1)(first.tags) : undefined;
    const expires = expiresAt === undefined ? undefined : (0,iso_time/* isoTime */.L)(expiresAt);
    return {
        outputs: { ...connections.outputs, outcome, 'expires-at': expires },
        summary: summarizeProvision({
            environment: wish.environment?.name,
            outcome,
            applied,
            plan: planned,
            username: connections.username,
            expires,
            waited: inputs.wait,
            took: context.clock.now() - startedAt,
        }),
    };
}
function planned({ plan: made, desired, reading }) {
    const names = { 'project-id': reading.state.project?.id, 'cluster-name': desired.clusters[0]?.name };
    return { outputs: { ...names, outcome: 'planned' }, summary: summarizePlan(made) };
}
function problemText(problems) {
    return problems.length === 1
        ? problems.join()
        : ['This cannot be done:', ...problems.map((one) => `- ${one}`)].join('\n');
}


/***/ }),

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ruleBreaches),
/* harmony export */   v: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9592);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6795);
/* harmony import */ var _tiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4164);



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
        key: 'atlas',
        kinds: ['flex'],
        breaks: ({ atlas }) => Object.keys(atlas).length > 0,
        because: 'has no further settings',
    },
];
function ruleBreaches(cluster, tier) {
    const kind = (0,_tiers_js__WEBPACK_IMPORTED_MODULE_1__/* .tierKind */ .r)(tier);
    return rules
        .filter(({ kinds, breaks }) => kinds.includes(kind) && breaks(cluster))
        .map(({ key, because }) => ({ key, message: `does not go with ${tier}: ${_tiers_js__WEBPACK_IMPORTED_MODULE_1__/* .kindNames */ .$[kind]} ${because}` }));
}
function contradictions(cluster) {
    const found = [];
    if (cluster.backup === false && cluster.pointInTime === true) {
        found.push({ key: 'backup', message: 'is false, but point-in-time needs backups' });
    }
    const places = cluster.regions.map(({ provider, region }) => `${provider} ${region}`);
    if (new Set(places).size < places.length)
        found.push({ key: 'regions', message: 'names a region twice' });
    const nodes = (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .electableNodes */ .te)(cluster.regions).reduce((sum, count) => sum + count, 0);
    if (cluster.regions.length > 0 && ![3, 5, 7].includes(nodes)) {
        found.push({ key: 'regions', message: `has ${nodes} nodes together; Atlas takes 3, 5 or 7` });
    }
    const compute = cluster.autoScaling?.compute;
    if (compute && compute.min !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .isBetween */ .B)(compute.min, { min: undefined, max: compute.max })) {
        found.push({ key: 'auto-scaling', message: 'has a min above its max' });
    }
    else if (compute && cluster.tier !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .isBetween */ .B)(cluster.tier, compute)) {
        found.push({ key: 'tier', message: 'lies outside of auto-scaling.compute' });
    }
    return found;
}


/***/ }),

/***/ 1416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ interpret)
});

// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/spec/cluster-rules.js
var cluster_rules = __webpack_require__(5113);
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
        regions: regionsOf(document),
        mongodbVersion: document['mongodb-version'],
        backup: document.backup ?? (document['point-in-time'] ? true : undefined),
        pointInTime: document['point-in-time'],
        diskSizeGb: document['disk-size-gb'],
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
    const overlap = Object.keys(cluster.atlas).filter((key) => Object.hasOwn(ownFields, key));
    for (const key of overlap)
        yield { path: ['atlas', key], message: `has a key of its own: ${ownFields[key]}`, atKey: true };
    const breaches = [...(0,cluster_rules/* contradictions */.v)(cluster), ...(cluster.tier ? (0,cluster_rules/* ruleBreaches */.O)(cluster, cluster.tier) : [])];
    for (const { key, message } of breaches)
        yield { path: placeOf(document, key), message };
    for (const size of sizesOf(cluster.autoScaling)) {
        if ((0,tiers/* tierKind */.r)(size) !== 'dedicated')
            yield { path: ['auto-scaling', 'compute'], message: 'needs dedicated tiers: M10 and above' };
    }
}
function placeOf(document, key) {
    return key in document ? [key] : [];
}
function sizesOf(autoScaling) {
    const { min, max } = autoScaling?.compute || {};
    return [min, max].filter((size) => size !== undefined);
}
const ownFields = {
    name: 'name',
    tags: 'tags',
    backupEnabled: 'backup',
    pitEnabled: 'point-in-time',
    mongoDBMajorVersion: 'mongodb-version',
    terminationProtectionEnabled: 'termination-protection',
};
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





const HOUR = 3_600_000;
const USUAL_HOURS = 72;
function resolveSpec(spec, context) {
    const issues = [];
    const expiresAt = expiryOfEnvironment(spec, context, issues);
    const { repository, runId } = context.defaults;
    const ownership = (0,environment_tags/* ownershipTags */.dt)({ repository, runId, environment: context.environment, expiresAt });
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
        return context.now + (hours ?? USUAL_HOURS) * HOUR;
    if (hours !== undefined) {
        issues.push({ path: ['expires-in-hours'], message: 'needs an environment: a named cluster never expires' });
    }
    return undefined;
}
function resolveProject(spec, { context, report }) {
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
    if (id !== undefined)
        return { id: id.toLowerCase() };
    if (name === undefined)
        return undefined;
    const tags = spec.project?.tags ?? {};
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
            return (0,environment/* clusterNameOf */.T)(context.environment, ordinal++);
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
        expression: /^([Mm]0|[Ff][Ll][Ee][Xx]|[MmRr][1-9][0-9]{1,3}(_[A-Za-z0-9_]{1,20})?)$/,
        form: 'a tier: M0, FLEX, or M10 and above (M2 and M5 have become FLEX)',
    },
    dedicatedTier: {
        expression: /^[MmRr][1-9][0-9]{1,3}(_[A-Za-z0-9_]{1,20})?$/,
        form: 'a dedicated tier: M10 and above',
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
const regionText = 'Region as Atlas spells it. It cannot be changed later.';
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
    provider,
    region: region.optional(),
    regions: listOf(regionEntry, { min: 1, max: 7 })
        .optional()
        .meta({ description: 'Several regions, the preferred one first; instead of provider and region.' }),
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
        .meta({ description: 'Disk of each node in GB. It only grows.' }),
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

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ HIGHEST_PRIORITY),
/* harmony export */   Ox: () => (/* binding */ usualRegions),
/* harmony export */   te: () => (/* binding */ electableNodes)
/* harmony export */ });
const usualRegions = {
    AWS: 'US_EAST_1',
    GCP: 'CENTRAL_US',
    AZURE: 'US_EAST_2',
};
const HIGHEST_PRIORITY = 7;
function electableNodes(regions) {
    const named = regions.some(({ nodes }) => nodes !== undefined);
    if (named)
        return regions.map(({ nodes }) => nodes ?? 1);
    const total = [3, 5, 7].find((count) => count >= regions.length) ?? regions.length;
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
    return { address, comment, expiresAt: isGroup ? undefined : (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .latestExpiry */ .Z)(hours, resolving) };
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
/* harmony export */   B: () => (/* binding */ isBetween)
/* harmony export */ });
function isBetween(tier, { min, max }) {
    const size = sizeOf(tier);
    if (Number.isNaN(size))
        return false;
    return (min === undefined || sizeOf(min) <= size) && (max === undefined || size <= sizeOf(max));
}
function sizeOf(tier) {
    return Number(tier.match(/^[A-Za-z]+(\d+)/)?.[1] ?? Number.NaN);
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
