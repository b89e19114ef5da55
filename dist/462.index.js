export const id = 462;
export const ids = [462];
export const modules = {

/***/ 6821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ keepForPost),
/* harmony export */   Gv: () => (/* binding */ leaveToExpiry),
/* harmony export */   gk: () => (/* binding */ keptUser)
/* harmony export */ });
const state = {
    groupId: 'user-project',
    username: 'user-name',
    expires: 'user-expires',
    fingerprint: 'user-fingerprint',
};
function keepForPost({ saveState }, user) {
    saveState(state.groupId, user.groupId);
    saveState(state.expires, user.expires);
    saveState(state.fingerprint, user.fingerprint);
    saveState(state.username, user.username);
}
function leaveToExpiry({ saveState }) {
    saveState(state.username, '');
}
function keptUser({ state: kept }) {
    const username = kept(state.username);
    if (username === '')
        return undefined;
    return {
        username,
        groupId: kept(state.groupId),
        expires: kept(state.expires),
        fingerprint: kept(state.fingerprint),
    };
}


/***/ }),

/***/ 8462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectJob: () => (/* binding */ connectJob)
});

// EXTERNAL MODULE: ./build/src/atlas/any-cluster.js
var any_cluster = __webpack_require__(2032);
// EXTERNAL MODULE: ./build/src/atlas/cluster-readiness.js
var cluster_readiness = __webpack_require__(1106);
// EXTERNAL MODULE: ./build/src/atlas/clusters.js
var clusters = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/src/atlas/last-look.js
var last_look = __webpack_require__(6453);
// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/src/environment/repository.js
var repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/cluster-progress.js
var cluster_progress = __webpack_require__(2892);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(5481);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/network-access/open.js
var network_access_open = __webpack_require__(8124);
// EXTERNAL MODULE: ./build/actions/own-cluster.js
var own_cluster = __webpack_require__(7475);
// EXTERNAL MODULE: ./build/actions/connect/kept-user.js
var kept_user = __webpack_require__(6821);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/atlas/create-once.js
var create_once = __webpack_require__(2279);
// EXTERNAL MODULE: ./build/src/atlas/database-users.js
var database_users = __webpack_require__(6681);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/iso-time.js
var iso_time = __webpack_require__(6400);
// EXTERNAL MODULE: ./build/src/environment/owner-mark.js
var owner_mark = __webpack_require__(7319);
// EXTERNAL MODULE: ./build/src/environment/passwords.js
var passwords = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/environment/saslprep.js
var saslprep = __webpack_require__(8775);
// EXTERNAL MODULE: ./build/src/spec/resolve-user.js
var resolve_user = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/actions/known-user.js
var known_user = __webpack_require__(8163);
// EXTERNAL MODULE: ./build/actions/user-expiry.js
var user_expiry = __webpack_require__(7093);
;// CONCATENATED MODULE: ./build/actions/connect/confirm-user.js


const LOOK_AGAIN_MS = 3_000;
async function readUserAgain({ client, address: { groupId } }, { username, databaseName }) {
    const address = { groupId, databaseName, username };
    const there = await (0,database_users/* findDatabaseUser */.mG)(client, address);
    if (there)
        return there;
    await client.clock.sleep(LOOK_AGAIN_MS, client.signal);
    const again = await (0,database_users/* findDatabaseUser */.mG)(client, address);
    if (again)
        return again;
    throw new Error(`Database user "${username}" of project ${groupId} was removed by somebody else, or expired, while this step was waiting: nobody can log in with it. Run the step again; run provision first if the environment was torn down.`);
}
function assertUnchanged(now, made) {
    const isSame = (0,owner_mark/* readMark */.Mp)(now.description)?.fingerprint === (0,owner_mark/* readMark */.Mp)(made.description)?.fingerprint &&
        sorted(now.roles) === sorted(made.roles) &&
        sorted(now.scopes) === sorted(made.scopes);
    if (isSame)
        return;
    throw new Error(`Database user "${now.username}", created for this job, was changed by somebody else while this step was waiting. Run the step again.`);
}
function sorted(items) {
    return items
        .map((item) => JSON.stringify(Object.entries(item).toSorted()))
        .toSorted()
        .join();
}

;// CONCATENATED MODULE: ./build/actions/connect/user.js













async function chooseUser(request) {
    const { inputs, address, context } = request;
    const username = inputs.username ?? (inputs['password-seed'] || inputs.password ? address.clusterName : undefined);
    if (username === undefined)
        return await mint(request, `gha-${context.job.runId || '0'}`);
    const existing = await (0,known_user/* findUser */.Hr)(request, username);
    const password = (0,known_user/* passwordFor */.bE)(request, { username, existing });
    if (password !== undefined)
        context.mask(password);
    if (password !== undefined && !(0,saslprep/* isKnownToEveryDriver */.o)(password))
        context.log.notice((0,saslprep/* unpreparable */.X)(username));
    if (!existing) {
        if (password === undefined)
            return await mint(request, username);
        throw new Error(`${(0,known_user/* missingUser */.qk)(request, username)} Or leave the password out, and a short-lived user is made.`);
    }
    const known = (0,known_user/* knownUser */.t3)(request, { existing, password });
    if (!known)
        return await standIn(request, existing);
    const login = {
        instead: 'Run provision first to extend it, or leave username, password and password-seed out.',
        keptAs: inputs['save-as-secret'] === undefined ? undefined : 'a secret of its login',
    };
    const warning = (0,user_expiry/* expiryWarning */.i)(existing, request.client, login);
    if (warning)
        context.log.warning(warning);
    const confirm = async () => {
        const again = await readUserAgain(request, existing);
        (0,known_user/* knownUser */.t3)(request, { existing: again, password });
        (0,user_expiry/* expiryWarning */.i)(again, request.client, login);
    };
    return { ...known, outcome: 'existing', madeAt: undefined, confirm };
}
async function standIn(request, existing) {
    const { username, roles, description } = existing;
    if (!(0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(description), request.owner)) {
        throw new Error(`Database user "${username}" exists, and nobody here knows its password. Give password or password-seed, or leave username out to have a short-lived user made.`);
    }
    request.context.log.info(`Nobody here knows the password of database user "${username}"; a short-lived one stands in for it.`);
    return await mint(request, username, roles);
}
function shortLived(base) {
    return `${base}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
const NAMES = 3;
async function mint(request, name, roles) {
    const { address, inputs, context } = request;
    if (inputs['save-as-secret'] !== undefined && !inputs['keep-user']) {
        throw new Error('save-as-secret would store the login of a short-lived user, which is removed when this job ends: whoever reads the secret later could not log in. Set keep-user: true (it then lives for user-expires-in-hours), or name a user with password or password-seed.');
    }
    const password = (0,passwords/* randomPassword */.tN)();
    context.mask(password);
    const expires = (0,iso_time/* isoTime */.L)(request.client.time.forExpiry() + inputs['user-expires-in-hours']);
    let username = shortLived(name);
    let made = await make(request, { username, password, expires, roles });
    for (let names = 1; !made; names++) {
        if (names === NAMES) {
            throw new Error(`Could not make a database user in project ${address.groupId}: "${username}" has just been made by somebody else. Choose another username, or run the step again.`);
        }
        context.log.info(`Database user "${username}" has just been made by another job; choosing another name.`);
        username = shortLived(name);
        made = await make(request, { username, password, expires, roles });
    }
    context.log.info(`Database user "${username}" has been made for this job; Atlas deletes it at ${expires} at the latest.`);
    const standing = made;
    return {
        username,
        login: { kind: 'password', username, password },
        outcome: 'minted',
        madeAt: request.client.clock.now(),
        confirm: async () => assertUnchanged(await readUserAgain(request, standing), standing),
    };
}
async function make({ client, address, inputs, owner, context }, { username, password, expires, roles, }) {
    const { groupId, clusterName } = address;
    const fingerprint = (0,passwords/* randomFingerprint */.Y6)();
    const body = {
        username,
        databaseName: 'admin',
        password,
        roles: (inputs.roles === undefined ? roles : undefined) ?? rolesFor(inputs, owner),
        scopes: [{ name: clusterName, type: 'CLUSTER' }],
        description: (0,owner_mark/* writeMark */.Lx)(owner, { fingerprint, room: 100 }),
        deleteAfterDate: expires,
    };
    (0,kept_user/* keepForPost */.$b)(context, { groupId, username, expires, fingerprint });
    context.underway(`Database user "${username}" may have been made for this job; the post step removes it, and Atlas at ${expires} at the latest.`);
    let isOurs = false;
    try {
        const { thing } = await (0,create_once/* createOnce */.U)(client, {
            create: () => (0,database_users/* createDatabaseUser */.PO)(client, groupId, body),
            find: () => (0,database_users/* findDatabaseUser */.mG)(client, { groupId, databaseName: 'admin', username }),
            takenCodes: ['USER_ALREADY_EXISTS'],
            what: `database user "${username}"`,
        });
        isOurs = (0,owner_mark/* readMark */.Mp)(thing.description)?.fingerprint === fingerprint;
        return isOurs ? thing : undefined;
    }
    catch (error) {
        isOurs = client.signal.aborted || (0,errors/* mayHaveTakenEffect */.Y2)(error);
        throw error;
    }
    finally {
        if (!isOurs)
            context.underway(undefined);
    }
}
function rolesFor({ roles, database }, { name: environment }) {
    const anywhere = environment === undefined ? 'readAnyDatabase@admin' : 'readWriteAnyDatabase@admin';
    const named = roles ?? [database === undefined ? anywhere : `readWrite@${database}`];
    return named.map((text) => {
        const { role, database: on, collection } = (0,resolve_user/* parseRole */.gP)(text);
        return { roleName: role, databaseName: on, ...(collection !== undefined && { collectionName: collection }) };
    });
}

;// CONCATENATED MODULE: ./build/actions/connect/main.js
















async function connectJob(inputs, context) {
    const environment = (0,actions_environment.environmentOf)(context.job, {
        named: inputs.environment,
        namesCluster: inputs['cluster-name'] !== undefined,
    });
    const clusterName = inputs['cluster-name'];
    if (clusterName === undefined && !environment) {
        throw new Error(`environment or cluster-name is required: which cluster? ${context.job.withoutPullRequest}`);
    }
    const { client, groupId } = await (0,atlas_session/* openAtlas */.M7)(inputs, context, { postCallsAtlas: true });
    const readAt = client.clock.now();
    const found = await readCluster(client, { groupId, clusterName, environment });
    const address = { groupId, clusterName: found.name };
    const owner = { ...(0,repository/* repositoryOf */._M)(context.job), name: environment?.name };
    if (inputs['save-as-secret'] !== undefined)
        await context.github.checkSecretPlace(secretPlaceOf(inputs));
    const runner = inputs['runner-ip'] ? await (0,network_access_open/* openRunner */.NH)(client, groupId, context) : undefined;
    const { underway } = runner ?? context;
    const user = await chooseUser({ client, address, inputs, owner, context: { ...context, underway } });
    const read = async () => {
        const at = client.clock.now();
        const [cluster] = await Promise.all([readAgain(client, address, { found, environment }), user.confirm()]);
        return { cluster, readAt: at };
    };
    const settle = async ({ cluster }) => {
        if (!inputs.wait)
            return false;
        await waitForBoth(client, address, { found: cluster, user, context });
        await runner?.settled();
        return false;
    };
    const what = `The connection to cluster "${found.name}" as "${user.username}"`;
    const confirmed = await (0,last_look/* untilLastLook */.IF)(client, { first: { cluster: found, readAt }, read, settle, what });
    const result = await handOver({ cluster: confirmed.cluster, user, groupId, inputs, context });
    if (!(0,last_look/* isLastLook */.KZ)(confirmed, client))
        await (0,last_look/* untilLastLook */.IF)(client, { read, settle, what });
    if (inputs['keep-user'])
        (0,kept_user/* leaveToExpiry */.Gv)(context);
    return result;
}
async function readCluster(client, question) {
    const { groupId, clusterName: named, environment } = question;
    const clusterName = named ?? (environment ? (0,environment_environment/* clusterNameOf */.T)(environment) : '');
    const address = { groupId, clusterName };
    try {
        const found = await (named === undefined && environment
            ? (0,own_cluster/* findOwnCluster */.O)(client, groupId, environment)
            : (0,any_cluster/* findCluster */.KG)(client, address));
        if (!found && environment)
            throw new Error(missingEnvironment(environment, address));
        const cluster = found ?? (await (0,clusters/* getCluster */.dB)(client, address));
        assertConnectable(cluster, { groupId, environment });
        return cluster;
    }
    catch (error) {
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explain/* unknownNames */.be });
    }
}
function assertConnectable({ name, paused, stateName, tags }, { groupId, environment }) {
    if (paused)
        throw new Error(`Cluster "${name}" is paused: nothing can connect. Resume it in Atlas first.`);
    if (stateName === 'DELETING')
        throw new Error(`Cluster "${name}" in project ${groupId} is being deleted. Provision makes it again; run provision first.`);
    if (environment && (0,environment_tags/* ownerOf */.bf)(tags, environment) !== 'own') {
        throw new Error(`Cluster "${name}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out to connect to it all the same.`);
    }
}
async function readAgain(client, address, { found, environment }) {
    const cluster = await (0,cluster_readiness/* readOrFail */.Ml)(client, address, found.tier);
    if (cluster.id !== found.id) {
        throw new cluster_readiness/* ClusterUnusable */.U2(`Cluster "${cluster.name}" was deleted by somebody else while this step was waiting, and another one was created under its name. Run the step again to connect to that one.`);
    }
    assertConnectable(cluster, { groupId: address.groupId, environment });
    return cluster;
}
function missingEnvironment({ name, repository }, { groupId, clusterName }) {
    return `Project ${groupId} has no cluster "${clusterName}" of environment ${name} of ${repository}. Run provision first, with the same environment in the same repository and project; or teardown has removed it.`;
}
async function waitForBoth(client, address, { found, user, context }) {
    const cluster = await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster: found, onState: (0,cluster_progress/* clusterProgress */.G)(context) });
    if (cluster.tier !== 'FLEX')
        await (0,cluster_readiness/* waitUntilApplied */.JE)(client, address);
    else if (user.madeAt !== undefined)
        await (0,cluster_readiness/* waitUntilSettled */.D1)(client, address, { cluster, since: user.madeAt });
}
async function handOver({ cluster, user, groupId, inputs, context, }) {
    const { login, username, outcome } = user;
    const options = { login, database: inputs.database, appName: (0,actions_connection/* appNameOf */.EG)(context.job.repository) };
    const connection = (0,actions_connection/* connectionTo */.mQ)(cluster, options, context);
    const uri = connection.srv ?? connection.standard;
    if (uri === undefined) {
        throw new Error(`Cluster "${cluster.name}" has no connection string yet. Leave wait at true, or try again in a minute.`);
    }
    const state = inputs.wait ? 'can be used' : 'was found; it was not waited for (wait is false)';
    context.log.info(`Cluster "${cluster.name}" ${state}; connecting as "${username}" (${outcome}).`);
    const outputs = {
        ...(0,actions_connection/* connectionOutputsOf */.K4)({
            cluster,
            connection,
            groupId,
            username,
            password: login.kind === 'password' ? login.password : undefined,
        }),
        'connection-strings': { [cluster.name]: connection },
        outcome,
    };
    context.publish(outputs);
    const saved = inputs['save-as-secret'];
    if (saved !== undefined)
        await save(uri, { name: saved, inputs, context });
    return {
        outputs,
        summary: {
            title: `Connected to ${cluster.name}`,
            facts: [
                ['Cluster', [cluster.name, cluster.tier, cluster.mongodbVersion].filter(Boolean).join(', ')],
                ['Project', groupId],
                ['Database user', `${username} (${outcome})`],
                ['Database', inputs.database],
                ['Stored as secret', saved],
            ],
        },
    };
}
async function save(uri, { name, inputs, context }) {
    const { token, environment } = secretPlaceOf(inputs);
    await context.github.saveSecret({ token, environment, name, value: uri });
    context.log.info(`The connection string is stored as secret ${name} of ${environment === undefined ? 'the repository' : `environment ${environment}`}.`);
}
function secretPlaceOf(inputs) {
    return { token: inputs['github-token'] ?? '', environment: inputs['github-environment'] };
}


/***/ }),

/***/ 8163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ findUser),
/* harmony export */   bE: () => (/* binding */ passwordFor),
/* harmony export */   qk: () => (/* binding */ missingUser),
/* harmony export */   t3: () => (/* binding */ knownUser)
/* harmony export */ });
/* harmony import */ var _src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6681);
/* harmony import */ var _src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7319);
/* harmony import */ var _src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);



async function findUser({ client, address }, username) {
    const { groupId } = address;
    const onAdmin = await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: 'admin', username });
    return onAdmin ?? (await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: '$external', username }));
}
function passwordFor({ inputs, address }, { username, existing }) {
    const seed = inputs['password-seed'];
    if (seed === undefined)
        return inputs.password;
    const { groupId: projectId, clusterName } = address;
    const derived = (name) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivePassword */ .Jn)(seed, { projectId, clusterName: name, username });
    const fingerprint = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(existing?.description)?.fingerprint;
    const isMeant = (password) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivedFingerprint */ .O$)({ seed, password }, { projectId, username }) === fingerprint;
    const others = existing?.scopes.map(({ name }) => name) ?? [];
    const found = fingerprint && [clusterName, ...others].map(derived).find(isMeant);
    return found || derived(clusterName);
}
function knownUser(question, { existing, password }) {
    assertReach(existing, question.address);
    const { username } = existing;
    const kind = kindOf(existing);
    if (kind !== 'password')
        return withoutPassword(existing, { kind, password });
    if (password === undefined)
        return undefined;
    assertPassword(question, { user: existing, password });
    return { username, login: { kind: 'password', username, password } };
}
function missingUser({ inputs, address }, username) {
    const source = inputs.password === undefined ? 'password-seed' : 'password';
    return `There is no database user "${username}" in project ${address.groupId}. A given or derived password needs a user that is there: provision makes it, with the same ${source}.`;
}
function withoutPassword({ username }, { kind, password }) {
    if (password !== undefined) {
        throw new Error(`Database user "${username}" has no password: it logs in by ${kind}. Leave password and password-seed out, or name another user.`);
    }
    return { username, login: { kind } };
}
function assertReach({ username, scopes }, { clusterName }) {
    const clusters = scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name);
    if (scopes.length === 0 || clusters.includes(clusterName))
        return;
    throw new Error(`Database user "${username}" may not reach cluster "${clusterName}", only ${clusters.join(', ') || 'none'}. Name another user, or leave username out.`);
}
function assertPassword({ owner, address, inputs }, { user, password }) {
    const mark = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(user.description);
    const seed = inputs['password-seed'];
    if (seed === undefined || mark?.fingerprint === undefined)
        return;
    const place = { projectId: address.groupId, username: user.username };
    if (mark.fingerprint === (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivedFingerprint */ .O$)({ seed, password }, place))
        return;
    const whose = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isMarkOf */ .zx)(mark, owner) ? '' : ', which was made for another repository or environment,';
    throw new Error(`The password of database user "${user.username}"${whose} is not the one that password-seed gives. Give the same password-seed as provision (or password, where provision has a given one), the same environment and the same cluster.`);
}
function kindOf({ x509Type, awsIAMType, oidcAuthType }) {
    if (x509Type !== 'NONE')
        return 'x509';
    if (awsIAMType !== 'NONE')
        return 'aws-iam';
    return oidcAuthType === 'NONE' ? 'password' : 'oidc';
}


/***/ }),

/***/ 7475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findOwnCluster)
/* harmony export */ });
/* harmony import */ var _src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2032);
/* harmony import */ var _src_environment_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8018);
/* harmony import */ var _src_environment_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1450);



async function findOwnCluster(client, groupId, environment) {
    const named = await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .findCluster */ .KG)(client, { groupId, clusterName: (0,_src_environment_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterNameOf */ .T)(environment) });
    if (named)
        return named;
    const all = await (0,_src_atlas_any_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .listClustersPatiently */ .wd)(client, groupId);
    const own = all.filter(({ stateName, tags }) => stateName !== 'DELETING' && (0,_src_environment_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(tags, environment) === 'own');
    const [only, ...more] = own;
    if (more.length === 0)
        return only;
    throw new Error(`Environment ${environment.name} has ${own.length} clusters: ${own.map(({ name }) => `"${name}"`).join(', ')}. Say which with cluster-name.`);
}


/***/ }),

/***/ 7093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ expiryWarning)
/* harmony export */ });
/* harmony import */ var _src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6400);

const LONGEST_JOB = 6 * 3_600_000;
function expiryWarning({ username, deleteAfterDate }, { time }, { instead = EXTEND, keptAs } = {}) {
    const end = (0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .readTime */ .a)(deleteAfterDate);
    if (end === undefined)
        return undefined;
    const now = time.forExpiry();
    const who = `Database user "${username}"`;
    if (end <= now) {
        throw new Error(`${who} expired at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(end)}, and Atlas deletes it: nobody can log in with it. ${instead}`);
    }
    if (end >= now + LONGEST_JOB)
        return undefined;
    const expires = `${who} expires at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(end)}`;
    if (keptAs)
        throw new Error(`${expires}: ${keptAs} would be of no use to later jobs. ${instead}`);
    return `${expires}, when this job may still be running: it cannot log in afterwards. ${instead}`;
}
const EXTEND = 'Extend its expiry in Atlas (Security › Database Access), or name another user.';


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ expiryAfter),
/* harmony export */   IJ: () => (/* binding */ endsWithEnvironment),
/* harmony export */   Rd: () => (/* binding */ longestLife),
/* harmony export */   ZU: () => (/* binding */ latestExpiry),
/* harmony export */   nT: () => (/* binding */ environmentExpiry)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4560);

const HOUR = 3_600_000;
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;
function expiryAfter(life, now) {
    return now + Math.min(life, LONGEST - MARGIN);
}
const USUAL_HOURS = 72;
function environmentExpiry({ hours, now, standing, }) {
    const asked = now + (hours ?? USUAL_HOURS) * HOUR;
    if (standing === undefined)
        return asked;
    const wanted = hours === undefined ? Math.max(asked, standing) : asked;
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, wanted) ? wanted : standing;
}
function longestLife(standing, now) {
    if (standing === undefined)
        return undefined;
    const latest = expiryAfter(LONGEST, now);
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, latest) ? latest : standing;
}
function latestExpiry(hours, { context, expiresAt }) {
    if (hours !== undefined)
        return expiryAfter(hours * HOUR, context.now);
    return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}
function endsWithEnvironment(hours, { context }) {
    return hours === undefined && context.environment !== undefined;
}


/***/ }),

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ sharedUserIssues),
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   mM: () => (/* binding */ resolveUser)
/* harmony export */ });
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2238);
/* harmony import */ var _user_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3108);


function resolveUser(document, { resolving, index, clusters }) {
    const kind = document.authentication ?? 'password';
    const roles = document.roles.map(parseRole);
    const report = (issue) => resolving.report({ ...issue, path: ['users', index, ...issue.path] });
    if (document.password !== undefined && kind !== 'password') {
        report({ path: ['password'], message: `does not go with authentication: ${kind}` });
    }
    if (document.password !== undefined && HAS_CONTROL.test(document.password)) {
        report({ path: ['password'], message: CONTROL_IN_PASSWORD });
    }
    const arn = arnForms[kind];
    if (arn && document.username !== undefined && !arn.expression.test(document.username)) {
        report({ path: ['username'], message: `is not ${arn.form}, as authentication: ${kind} needs it` });
    }
    for (const [place, { role, database }] of roles.entries()) {
        if (database !== 'admin' && adminRoles.has(role)) {
            report({
                path: ['roles', place],
                message: 'names a role that only the admin database has; leave the database out',
            });
        }
    }
    return {
        username: nameOf(document, { resolving, clusters, report }),
        kind,
        roles,
        clusters: scopesOf(document, { resolving, clusters }),
        description: document.description,
        password: document.password,
        expiresAt: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .latestExpiry */ .ZU)(document['expires-in-hours'], resolving),
        endsWithEnvironment: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .endsWithEnvironment */ .IJ)(document['expires-in-hours'], resolving),
    };
}
function nameOf({ username, authentication: kind = 'password' }, { resolving, clusters, report, }) {
    const derived = resolving.context.environment && kind === 'password' ? clusters[0]?.name : undefined;
    if (username === undefined && derived === undefined) {
        report({ path: [], message: 'needs a username; only the password user of an environment can do without' });
    }
    return username ?? derived ?? '';
}
const HAS_CONTROL = /\p{Cc}/u;
const CONTROL_IN_PASSWORD = 'holds a control character, such as a tab or a line break: drivers refuse to log in with it (SASLprep)';
const arnForms = {
    'aws-iam-user': {
        expression: /^arn:aws[a-z-]*:iam::\d{12}:user\/\S+$/,
        form: 'the ARN of an IAM user such as arn:aws:iam::123456789012:user/app',
    },
    'aws-iam-role': {
        expression: /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
        form: 'the ARN of an IAM role such as arn:aws:iam::123456789012:role/app',
    },
};
const adminRoles = new Set([
    'atlasAdmin',
    'backup',
    'clusterMonitor',
    'dbAdminAnyDatabase',
    'enableSharding',
    'readAnyDatabase',
    'readWriteAnyDatabase',
]);
function parseRole(text) {
    const [, role = text, database = 'admin', collection] = text.match(/^([^@]+)(?:@([^.]+)(?:\.(.+))?)?$/) ?? [];
    return { role, database, collection };
}
function scopesOf({ clusters: named }, { resolving, clusters }) {
    if (named) {
        const names = named.map((word) => clusters.find(({ name, alias }) => name === word || alias === word)?.name ?? word);
        return [...new Set(names)];
    }
    const own = resolving.context.environment ? clusters.map(({ name }) => name) : [];
    return own.length > 0 ? own : undefined;
}
function sharedUserIssues(users) {
    const identities = users.map(({ username, kind }) => `${_user_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .authentication */ .j[kind].database} ${username}`);
    return identities.flatMap((identity, index) => identities.indexOf(identity) < index
        ? [{ path: ['users', index, 'username'], message: 'is the name of an earlier user, too' }]
        : []);
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


/***/ })

};
