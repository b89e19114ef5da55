export const id = 863;
export const ids = [863];
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

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidyUpConnect: () => (/* binding */ tidyUpConnect)
/* harmony export */ });
/* harmony import */ var _src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6681);
/* harmony import */ var _src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7319);
/* harmony import */ var _atlas_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7177);
/* harmony import */ var _kept_user_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6821);




/** Milliseconds: all post steps of a cancelled job share a few minutes. */
const REMOVE_WITHIN = 60_000;
/** Removes the short-lived user, and gives the access tokens back. What it cannot remove expires inside Atlas. */
async function tidyUpConnect(context) {
    const tokens = [];
    try {
        await removeUser(context, (token) => tokens.push(token));
    }
    finally {
        await (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_2__/* .closeAtlas */ .iP)(context);
        for (const token of tokens)
            await (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_2__/* .closeAtlas */ .iP)(context, token);
    }
}
async function removeUser(context, onToken) {
    const user = (0,_kept_user_js__WEBPACK_IMPORTED_MODULE_3__/* .keptUser */ .gk)(context);
    if (!user)
        return;
    const { username, expires } = user;
    const client = (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_2__/* .reopenClient */ .Jd)(context, { within: REMOVE_WITHIN, onToken });
    if (!client)
        return;
    try {
        context.log.info(`Database user "${username}" ${words[await remove(client, user)]}.`);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Database user "${username}" may be left; Atlas deletes it at ${expires}. ${reason}`, {
            cause: error,
        });
    }
}
const words = {
    removed: 'has been removed',
    absent: 'is gone already',
    foreign: 'is of another job, and stays',
};
async function remove(client, { groupId, username, fingerprint }) {
    const address = { groupId, databaseName: 'admin', username };
    const there = await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .findDatabaseUser */ .mG)(client, address);
    if (!there)
        return 'absent';
    if ((0,_src_environment_owner_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readMark */ .Mp)(there.description)?.fingerprint !== fingerprint)
        return 'foreign';
    return (await (0,_src_atlas_database_users_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteDatabaseUser */ .At)(client, address)) ? 'removed' : 'absent';
}


/***/ }),

/***/ 6681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ deleteDatabaseUser),
/* harmony export */   Mr: () => (/* binding */ listDatabaseUsers),
/* harmony export */   PO: () => (/* binding */ createDatabaseUser),
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
/** Reads a user; undefined where there is none. */
async function findDatabaseUser(client, address) {
    try {
        return await client.call(get, { path: address });
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
/** All database users of a project. */
function listDatabaseUsers(client, groupId) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_4__/* .listAll */ ._w)(client, list, { path: { groupId } });
}
/** Creates a user. The answer may be lost although it is made: look before asking again. */
function createDatabaseUser(client, groupId, body) {
    return client.call(create, { path: { groupId }, body: { groupId, ...body } });
}
/** Changes a user; name, database and kind stay. Sending the same change twice does no harm. */
function updateDatabaseUser(client, address, body) {
    return client.call(update, { path: address, body });
}
/** Deletes a user; already gone is success. Resolves to whether there was one. */
async function deleteDatabaseUser(client, address) {
    try {
        await client.call(remove, { path: address });
        return true;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
/** The wire uses both codes. */
function isMissing(error) {
    return (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AtlasError */ .qL &&
        error.status === 404 &&
        (error.code === 'USERNAME_NOT_FOUND' || error.code === 'USER_NOT_FOUND'));
}


/***/ }),

/***/ 8018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   SW: () => (/* binding */ databaseSuffixOf),
/* harmony export */   T: () => (/* binding */ clusterNameOf),
/* harmony export */   ab: () => (/* binding */ environmentTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Atlas makes host names of the first 23 characters of a cluster's name (notes, section 6). */
const LONGEST_NAME = 23;
/** Digits in base 36: 41 bits, so that a project's worth of environments do not meet. */
const HASH_LENGTH = 8;
/**
 * The cluster's name of an environment; `ordinal` tells several clusters of one environment apart. At most 23 characters,
 * letters, digits and single hyphens, never ending in one; names that sanitise alike differ in their hash.
 */
function clusterNameOf(environment, ordinal = 0) {
    const hash = identityHash([...identity(environment), String(ordinal)]);
    const room = LONGEST_NAME - HASH_LENGTH - 1;
    const readable = sanitise(environment.name).slice(0, room).replace(/-+$/, '');
    return `${readable || 'env'}-${hash}`;
}
/** A name that says the same with underscores, and nothing else does. */
const PLAIN_NAME = /^[a-z0-9-]{1,30}$/;
/**
 * What an environment adds to the name of a database that it has a copy of: `_pr_123`. At most 31 characters of those that
 * MongoDB takes everywhere; the repository is in it only where the name alone would not do.
 */
function databaseSuffixOf(environment) {
    const { name } = environment;
    if (PLAIN_NAME.test(name))
        return `_${name.replaceAll('-', '_')}`;
    const readable = sanitise(name).replaceAll('-', '_').slice(0, 20);
    return `_${readable || 'env'}_${identityHash(identity(environment))}`;
}
/** The value of the `gha-environment` tag: readable, and different for names that sanitise alike. */
function environmentTag(environment) {
    const { name } = environment;
    if (/^[A-Za-z0-9 ;@_.-]{1,100}$/.test(name) && name.trim() === name)
        return name;
    return `${sanitise(name).slice(0, 100) || 'env'}+${identityHash(identity(environment))}`;
}
/** The value of the `gha-repository` tag: Atlas's tags know no `/`, so `owner;name`. */
function repositoryTag(repository) {
    return (repository
        .replace('/', ';')
        .replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')
        .slice(0, 255) || 'unknown');
}
/** GitHub's repository names do not tell upper from lower case. */
function identity({ repository, name }) {
    return [repository.toLowerCase(), name];
}
function sanitise(name) {
    return name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}
function identityHash(parts) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    return BigInt(`0x${digest.slice(0, 16)}`)
        .toString(36)
        .padStart(HASH_LENGTH, '0')
        .slice(-HASH_LENGTH);
}


/***/ }),

/***/ 7319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ writeMark),
/* harmony export */   Mp: () => (/* binding */ readMark),
/* harmony export */   Q0: () => (/* binding */ markedEnvironment),
/* harmony export */   ay: () => (/* binding */ ownerHashOfTags),
/* harmony export */   qA: () => (/* binding */ ownerHash),
/* harmony export */   yS: () => (/* binding */ isMarkedBy),
/* harmony export */   zx: () => (/* binding */ isMarkOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8018);


/** Digits of an owner, for its mark. */
function ownerHash({ repository, name }) {
    return digitsOf(repository, name === undefined ? null : (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTag */ .ab)({ repository, name }));
}
/** Digits of the environment that tags name: its clusters lead to its users and entries. */
function ownerHashOfTags({ repository, tag }) {
    return digitsOf(repository, tag);
}
/** Made of what a tag holds, so that whoever sees only the tags of a cluster can compute them. */
function digitsOf(repository, tag) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([repository.toLowerCase(), tag]))
        .digest('hex')
        .slice(0, 8);
}
/** Writes a mark of at most `room` characters; the readable parts give way first. */
function writeMark(owner, { fingerprint, room }) {
    const digits = [ownerHash(owner), ...(fingerprint === undefined ? [] : [fingerprint])].join('.');
    const { repository, name } = owner;
    const names = [(0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1)(repository), ...(name === undefined ? [] : [(0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTag */ .ab)({ repository, name })])];
    const readable = names
        .join(' ')
        .slice(0, Math.max(0, room - digits.length - '[gha  ]'.length))
        .trim();
    return `[gha ${readable === '' ? '' : `${readable} `}${digits}]`;
}
/** Reads the mark at the end of a text, if there is one. */
function readMark(text) {
    const [, owner, fingerprint] = text?.match(/\[gha (?:.* )?([0-9a-f]{8})(?:\.([0-9a-f]{6}))?\]$/) ?? [];
    return owner === undefined ? undefined : { owner, fingerprint };
}
/** Whether a text ends in a mark that was made for this repository, as far as its readable part tells. */
function isMarkedBy(text, { repository }) {
    return readMark(text) !== undefined && text?.includes(`[gha ${(0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1)(repository)} `) === true;
}
/** Whether a mark was made for this owner. */
function isMarkOf(mark, owner) {
    return mark?.owner === ownerHash(owner);
}
/** The environment that a mark names in words; undefined where they had to give way, or are not what its digits say. */
function markedEnvironment(text) {
    const [, owner, name, tag] = text?.match(/\[gha ([\w-]+);([\w.-]+) (.+) [0-9a-f]{8}(?:\.[0-9a-f]{6})?\]$/) ?? [];
    if (tag === undefined)
        return undefined;
    const environment = { repository: `${owner}/${name}`, tag };
    return readMark(text)?.owner === ownerHashOfTags(environment) ? environment : undefined;
}


/***/ })

};
