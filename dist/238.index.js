export const id = 238;
export const ids = [238];
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
/** Keeps a user that is about to be made. */
function keepForPost({ saveState }, user) {
    saveState(state.groupId, user.groupId);
    saveState(state.expires, user.expires);
    saveState(state.fingerprint, user.fingerprint);
    saveState(state.username, user.username);
}
/** Lets the user live on after the job. */
function leaveToExpiry({ saveState }) {
    saveState(state.username, '');
}
/** The user that main may have made; undefined where there is none to remove. */
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

/***/ 238:
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
// EXTERNAL MODULE: ./build/src/environment/environment.js
var environment_environment = __webpack_require__(8018);
// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/actions/atlas-session.js + 6 modules
var atlas_session = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/actions/cluster-progress.js
var cluster_progress = __webpack_require__(2892);
// EXTERNAL MODULE: ./build/actions/connection.js + 1 modules
var actions_connection = __webpack_require__(7791);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/explain.js
var explain = __webpack_require__(5703);
// EXTERNAL MODULE: ./build/actions/network-access/open.js
var network_access_open = __webpack_require__(8124);
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
// EXTERNAL MODULE: ./build/src/spec/resolve-user.js
var resolve_user = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/actions/known-user.js
var known_user = __webpack_require__(8163);
;// CONCATENATED MODULE: ./build/actions/connect/user.js










/** Whom a job connects as: a user that is there, with a given or derived password or without any; else a short-lived one. */
async function chooseUser(request) {
    const { inputs, address, context } = request;
    const username = inputs.username ?? (inputs['password-seed'] || inputs.password ? address.clusterName : undefined);
    if (username === undefined)
        return await mint(request, shortLived(`gha-${context.job.runId || '0'}`));
    const existing = await (0,known_user/* findUser */.Hr)(request, username);
    const password = (0,known_user/* passwordFor */.bE)(request, { username, existing });
    if (password !== undefined)
        context.mask(password);
    if (!existing) {
        if (password === undefined)
            return await mint(request, username);
        throw new Error(`${(0,known_user/* missingUser */.qk)(request, username)} Or leave the password out, and a short-lived user is made.`);
    }
    const known = (0,known_user/* knownUser */.t3)(request, { existing, password });
    return known ? { ...known, outcome: 'existing' } : await standIn(request, existing);
}
/**
 * A user whose password nobody knows is left as it is: resetting it would shut out whoever uses it. For one that this
 * repository made, a short-lived user with the same roles stands in; on a foreign one's rights nobody may lean.
 */
async function standIn(request, existing) {
    const { username, roles, description } = existing;
    if (!(0,owner_mark/* isMarkOf */.zx)((0,owner_mark/* readMark */.Mp)(description), request.owner)) {
        throw new Error(`Database user "${username}" exists, and nobody here knows its password. Give password or password-seed, or leave username out to have a short-lived user made.`);
    }
    request.context.log.info(`Nobody here knows the password of database user "${username}"; a short-lived one stands in for it.`);
    return await mint(request, shortLived(username), roles);
}
function shortLived(base) {
    return `${base}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
/** Names that may be taken by another job at the same time, one after another. */
const NAMES = 3;
/** Makes a user for this job: scoped to the cluster, with an expiry inside Atlas, and kept for the post step to remove. */
async function mint(request, name, roles) {
    const { address, inputs, context } = request;
    if (inputs['save-as-secret'] !== undefined && !inputs['keep-user']) {
        throw new Error('save-as-secret would store the login of a short-lived user, which is removed when this job ends: whoever reads the secret later could not log in. Set keep-user: true (it then lives for user-expires-in-hours), or name a user with password or password-seed.');
    }
    const password = (0,passwords/* randomPassword */.tN)();
    context.mask(password);
    const expires = (0,iso_time/* isoTime */.L)(context.clock.now() + inputs['user-expires-in-hours']);
    let username = name;
    for (let names = 1; !(await isMade(request, { username, password, expires, roles })); names++) {
        if (names === NAMES) {
            throw new Error(`Could not make a database user in project ${address.groupId}: "${username}" has just been made by somebody else. Choose another username, or run the step again.`);
        }
        context.log.info(`Database user "${username}" has just been made by another job; choosing another name.`);
        username = shortLived(name);
    }
    context.log.info(`Database user "${username}" has been made for this job; Atlas deletes it at ${expires} at the latest.`);
    return { username, login: { kind: 'password', username, password }, outcome: 'minted' };
}
/** Whether the user is this job's; false where another job has made one of that name first. */
async function isMade({ client, address, inputs, owner, context }, { username, password, expires, roles, }) {
    const { groupId, clusterName } = address;
    const fingerprint = (0,passwords/* passwordFingerprint */.WE)(password, { projectId: groupId, username });
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
    }
    catch (error) {
        isOurs = client.signal.aborted || (0,errors/* mayHaveTakenEffect */.Y2)(error);
        throw error;
    }
    finally {
        if (!isOurs)
            context.underway(undefined);
    }
    return isOurs;
}
/** Where the author names neither roles nor a database, a preview may be written to, and a named cluster only read. */
function rolesFor({ roles, database }, { name: environment }) {
    const anywhere = environment === undefined ? 'readAnyDatabase@admin' : 'readWriteAnyDatabase@admin';
    const named = roles ?? [database === undefined ? anywhere : `readWrite@${database}`];
    return named.map((text) => {
        const { role, database: on, collection } = (0,resolve_user/* parseRole */.gP)(text);
        return { roleName: role, databaseName: on, ...(collection !== undefined && { collectionName: collection }) };
    });
}

;// CONCATENATED MODULE: ./build/actions/connect/main.js













/** Finds the cluster and the user, waits until one can log in to the other, and hands over the connection. */
async function connectJob(inputs, context) {
    const environment = (0,actions_environment/* environmentOf */.p)(context.job, {
        named: inputs.environment,
        namesCluster: inputs['cluster-name'] !== undefined,
    });
    const clusterName = inputs['cluster-name'] ?? (environment && (0,environment_environment/* clusterNameOf */.T)(environment));
    if (clusterName === undefined)
        throw new Error('environment or cluster-name is required: which cluster?');
    const { client, groupId } = await (0,atlas_session/* openAtlas */.M7)(inputs, context, { postCallsAtlas: true });
    const found = await readCluster(client, { groupId, clusterName }, environment);
    const address = { groupId, clusterName: found.name };
    const owner = { repository: context.job.repository, name: environment?.name };
    if (inputs['save-as-secret'] !== undefined)
        await context.github.checkSecretPlace(secretPlaceOf(inputs));
    const runner = inputs['runner-ip'] ? await (0,network_access_open/* openRunner */.NH)(client, groupId, context) : undefined;
    const { underway } = runner ?? context;
    const user = await chooseUser({ client, address, inputs, owner, context: { ...context, underway } });
    const cluster = inputs.wait ? await waitForBoth(client, address, { found, user, context }) : found;
    if (inputs.wait)
        await runner?.settled();
    const result = await handOver({ cluster, user, groupId, inputs, context });
    // A user that is to stay stays only where its login has been handed over.
    if (inputs['keep-user'])
        (0,kept_user/* leaveToExpiry */.Gv)(context);
    return result;
}
async function readCluster(client, address, environment) {
    try {
        // Atlas's own answer about a missing cluster is the best beginning of the message.
        const named = await (0,any_cluster/* findCluster */.KG)(client, address);
        const found = named ?? (environment && (await clusterOfAnotherName(client, address, environment)));
        const cluster = found ?? (await (0,clusters/* getCluster */.dB)(client, address));
        if (cluster.paused)
            throw new Error(`Cluster "${cluster.name}" is paused: nothing can connect. Resume it in Atlas first.`);
        if (cluster.stateName === 'DELETING')
            throw new Error(`Cluster "${cluster.name}" in project ${address.groupId} is being deleted. Provision makes it again; run provision first.`);
        if (environment && (0,environment_tags/* ownerOf */.bf)(cluster.tags, environment) !== 'own') {
            throw new Error(`Cluster "${cluster.name}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out to connect to it all the same.`);
        }
        return cluster;
    }
    catch (error) {
        throw await (0,explain/* explainRefusal */.GC)(error, client, { address, explanations: explain/* unknownNames */.be });
    }
}
/** The only cluster of an environment, where its spec gives it a name of its own. */
async function clusterOfAnotherName(client, address, environment) {
    const all = await (0,any_cluster/* listClustersPatiently */.wd)(client, address.groupId);
    const own = all.filter(({ stateName, tags }) => stateName !== 'DELETING' && (0,environment_tags/* ownerOf */.bf)(tags, environment) === 'own');
    const [only, ...more] = own;
    if (only === undefined)
        throw new Error(missingEnvironment(environment, address));
    if (more.length === 0)
        return only;
    throw new Error(`Environment ${environment.name} has ${own.length} clusters: ${own.map(({ name }) => `"${name}"`).join(', ')}. Say which with cluster-name.`);
}
function missingEnvironment({ name, repository }, { groupId, clusterName }) {
    return `Project ${groupId} has no cluster "${clusterName}" of environment ${name} of ${repository}. Run provision first, with the same environment in the same repository and project; or teardown has removed it.`;
}
async function waitForBoth(client, address, { found, user, context }) {
    const since = client.clock.now();
    const cluster = await (0,cluster_readiness/* waitUntilIdle */.yb)(client, address, { cluster: found, onState: (0,cluster_progress/* clusterProgress */.G)(context) });
    // Another step may have made the user without waiting for it; a Flex cluster does not tell of that but by its state.
    if (cluster.tier !== 'FLEX')
        await (0,cluster_readiness/* waitUntilApplied */.JE)(client, address);
    else if (user.outcome === 'minted')
        return await (0,cluster_readiness/* waitUntilSettled */.D1)(client, address, { cluster, since });
    return cluster;
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
    // Whatever GitHub makes of the secret, the connection is not lost.
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



/** A database user by its name; undefined where there is none. */
async function findUser({ client, address }, username) {
    const { groupId } = address;
    const onAdmin = await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: 'admin', username });
    return onAdmin ?? (await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, { groupId, databaseName: '$external', username }));
}
/**
 * The given password, or the derived one. Provision derives one password for all clusters of a user, from the first one's
 * name: the fingerprint tells which of those it reaches that was.
 */
function passwordFor({ inputs, address }, { username, existing }) {
    const seed = inputs['password-seed'];
    if (seed === undefined)
        return inputs.password;
    const { groupId: projectId, clusterName } = address;
    const derived = (name) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .derivePassword */ .Jn)(seed, { projectId, clusterName: name, username });
    const fingerprint = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(existing?.description)?.fingerprint;
    const isMeant = (password) => (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .passwordFingerprint */ .WE)(password, { projectId, username }) === fingerprint;
    const others = existing?.scopes.map(({ name }) => name) ?? [];
    const found = fingerprint && [clusterName, ...others].map(derived).find(isMeant);
    return found || derived(clusterName);
}
/**
 * How one logs in as a user that is there; undefined where nobody here knows its password. Throws where it cannot reach the
 * cluster, or where the password is another one.
 */
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
/** The message for a user that must be there, and is not. */
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
/** Where provision made the user, it left a fingerprint: another seed or password is found before anything fails to log in. */
function assertPassword({ owner, address }, { user, password }) {
    const mark = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(user.description);
    if (mark?.fingerprint === undefined)
        return;
    if (mark.fingerprint === (0,_src_environment_passwords_js__WEBPACK_IMPORTED_MODULE_2__/* .passwordFingerprint */ .WE)(password, { projectId: address.groupId, username: user.username }))
        return;
    const whose = (0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isMarkOf */ .zx)(mark, owner) ? '' : ', which was made for another repository or environment,';
    throw new Error(`The password of database user "${user.username}"${whose} is another one than this step has. Give the same password-seed (or password) as provision, the same environment and the same cluster.`);
}
function kindOf({ x509Type, awsIAMType, oidcAuthType }) {
    if (x509Type !== 'NONE')
        return 'x509';
    if (awsIAMType !== 'NONE')
        return 'aws-iam';
    return oidcAuthType === 'NONE' ? 'password' : 'oidc';
}


/***/ })

};
