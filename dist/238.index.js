export const id = 238;
export const ids = [238];
export const modules = {

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ clusterProgress)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(137);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9141);


/** Narrates the wait for clusters: a line on every change of one, else every half minute. */
function clusterProgress({ clock, log }) {
    const since = clock.now();
    const isDue = (0,_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIsDue */ .j)({ clock });
    return ({ name, stateName }) => {
        if (isDue(stateName, name))
            log.info(`Cluster "${name}": ${stateName} after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(clock.now() - since)}.`);
    };
}


/***/ }),

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
    const expires = new Date(context.clock.now() + inputs['user-expires-in-hours']).toISOString().replace(/\.\d+/, '');
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
    const user = await chooseUser({ client, address, inputs, owner, context });
    const cluster = inputs.wait ? await waitForBoth(client, address, { found, user, context }) : found;
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

/***/ 7791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EG: () => (/* binding */ appNameOf),
  K4: () => (/* binding */ connectionOutputsOf),
  mQ: () => (/* binding */ connectionTo),
  DQ: () => (/* binding */ loginOf)
});

// EXTERNAL MODULE: ./node_modules/mongodb-connection-string-url/.esm-wrapper.mjs
var _esm_wrapper = __webpack_require__(4424);
;// CONCATENATED MODULE: ./build/src/atlas/connection-strings.js

/**
 * Completes an address of Atlas with credentials, database and options. Built by MongoDB's own parser, so that every
 * driver reads it back as it was meant.
 */
function withLogin(address, { login, database, appName }) {
    const uri = new _esm_wrapper/* ConnectionString */.QZ(address);
    if (login.kind === 'password') {
        uri.username = encode(login.username);
        uri.password = encode(login.password);
    }
    uri.pathname = `/${database === undefined ? '' : encode(database)}`;
    for (const [name, value] of Object.entries({
        ...mechanisms[login.kind],
        retryWrites: 'true',
        w: 'majority',
        appName,
    })) {
        uri.searchParams.set(name, value);
    }
    return uri.href;
}
const mechanisms = {
    password: { authSource: 'admin' },
    x509: { authMechanism: 'MONGODB-X509', authSource: '$external' },
    'aws-iam': { authMechanism: 'MONGODB-AWS', authSource: '$external' },
    // The driver's own way to read a token from a file; GitHub has no environment of its own in the drivers' specification.
    oidc: { authMechanism: 'MONGODB-OIDC', authSource: '$external', authMechanismProperties: 'ENVIRONMENT:k8s' },
};
/** Host of an SRV address, or the hosts of a standard one: no secret, so that it survives as a job output. */
function hostOf(address) {
    return new _esm_wrapper/* ConnectionString */.QZ(address).hosts.join(',');
}
/** Percent-encoding that is the same in JavaScript and in RFC 3986. */
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./build/actions/connection.js

/** The addresses of a cluster with who logs in; each is masked before anyone can print it. */
function connectionTo(cluster, options, { mask }) {
    const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
    const complete = (address) => {
        if (address === undefined)
            return undefined;
        const uri = withLogin(address, options);
        if (options.login.kind === 'password')
            mask(uri);
        return uri;
    };
    const endpoint = privateEndpoint[0];
    return {
        srv: complete(standardSrv),
        standard: complete(standard),
        private: complete(privateSrv ?? peered ?? endpoint?.srv ?? endpoint?.standard),
    };
}
/** What the outputs say of a connection; hosts, ids and names are no secrets, and survive as outputs of a job. */
function connectionOutputsOf({ cluster, connection, groupId, username, password, }) {
    const address = cluster.connectionStrings.standardSrv ?? cluster.connectionStrings.standard;
    return {
        'connection-string': connection?.srv,
        'connection-string-standard': connection?.standard,
        'connection-string-private': connection?.private,
        host: address === undefined ? undefined : hostOf(address),
        username,
        password,
        'project-id': groupId,
        'cluster-id': cluster.id,
        'cluster-name': cluster.name,
        'mongodb-version': cluster.mongodbVersion,
    };
}
/** Shown in Atlas's logs and profiler: which repository connects. */
function appNameOf(repository) {
    return repository.slice(0, 100) || 'atlas-actions';
}
/** How a user of some kind logs in; undefined where its password is not known. */
function loginOf(kind, { username, password }) {
    if (kind === 'password')
        return password === undefined ? undefined : { kind: 'password', username, password };
    if (kind.startsWith('x509'))
        return { kind: 'x509' };
    return kind.startsWith('aws-iam') ? { kind: 'aws-iam' } : { kind: 'oidc' };
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


/***/ }),

/***/ 9141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ lineIsDue)
/* harmony export */ });
/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;
/**
 * Tells whether a line of progress is due: on every change of a state, else every half minute. `first` is the state that has
 * been told already; several things can be narrated beside each other, by name.
 */
function lineIsDue({ clock }, first) {
    const told = new Map();
    if (first !== undefined)
        told.set('', { state: first, at: clock.now() });
    return (state, name = '') => {
        const now = clock.now();
        const before = told.get(name);
        if (before?.state === state && now - before.at < QUIET)
            return false;
        told.set(name, { state, at: now });
        return true;
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

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   WE: () => (/* binding */ passwordFingerprint),
/* harmony export */   tN: () => (/* binding */ randomPassword)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The password that every job with the same seed computes for the same user, so that nothing has to cross from job to job.
 * 43 characters of `[A-Za-z0-9_-]`, so that all encodings are the same.
 */
function derivePassword(seed, { projectId, clusterName, username }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', seed).update(`${projectId}/${clusterName}/${username}`).digest('base64url');
}
/** A password that nobody can guess or compute: 32 characters of `[A-Za-z0-9_-]`, 192 bits. */
function randomPassword() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
}
/**
 * A short, slow hash of a password, kept beside the user in Atlas: it tells a later run whether the password is still the
 * one that it computes or was given, so that an unchanged user is left alone. Too short to confirm a guess, and made with
 * scrypt so that guessing is dear.
 */
function passwordFingerprint(password, { projectId, username }) {
    const salt = `atlas-actions ${projectId} ${username}`;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)(password, salt, 3, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }).toString('hex');
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ latestExpiry)
/* harmony export */ });
const HOUR = 3_600_000;
/** Atlas deletes users and access entries by itself at most 7 days ahead; the margin is for clocks that differ. */
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;
/**
 * When Atlas shall delete a user or an entry: as its spec says, else with the environment. An environment that lives
 * longer than Atlas can promise is left to `teardown` and `sweep`, which remove the user with it.
 */
function latestExpiry(hours, { context, expiresAt }) {
    const latest = context.now + LONGEST - MARGIN;
    if (hours !== undefined)
        return Math.min(context.now + hours * HOUR, latest);
    return expiresAt !== undefined && expiresAt <= latest ? expiresAt : undefined;
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


/** Turns one user of a spec into what is wanted in Atlas, and reports what contradicts. */
function resolveUser(document, { resolving, index, clusters }) {
    const kind = document.authentication ?? 'password';
    const roles = document.roles.map(parseRole);
    const report = (issue) => resolving.report({ ...issue, path: ['users', index, ...issue.path] });
    if (document.password !== undefined && kind !== 'password') {
        report({ path: ['password'], message: `does not go with authentication: ${kind}` });
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
        expiresAt: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .latestExpiry */ .Z)(document['expires-in-hours'], resolving),
    };
}
/** Users belong to a whole project, so an environment's own has the one name that nobody else has: its cluster's. */
function nameOf({ username, authentication: kind = 'password' }, { resolving, clusters, report, }) {
    const derived = resolving.context.environment && kind === 'password' ? clusters[0]?.name : undefined;
    if (username === undefined && derived === undefined) {
        report({ path: [], message: 'needs a username; only the password user of an environment can do without' });
    }
    return username ?? derived ?? '';
}
const adminRoles = new Set([
    'atlasAdmin',
    'backup',
    'clusterMonitor',
    'dbAdminAnyDatabase',
    'enableSharding',
    'readAnyDatabase',
    'readWriteAnyDatabase',
]);
/** Reads `role@database.collection`; without a database it is one of admin. */
function parseRole(text) {
    const [, role = text, database = 'admin', collection] = text.match(/^([^@]+)(?:@([^.]+)(?:\.(.+))?)?$/) ?? [];
    return { role, database, collection };
}
/** Scopes as names in Atlas. Under an environment a user reaches its clusters and no other of the project. */
function scopesOf({ clusters: named }, { resolving, clusters }) {
    if (named) {
        const names = named.map((word) => clusters.find(({ name, alias }) => name === word || alias === word)?.name ?? word);
        return [...new Set(names)];
    }
    const own = resolving.context.environment ? clusters.map(({ name }) => name) : [];
    return own.length > 0 ? own : undefined;
}
/** Users that are the same one in Atlas. */
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
