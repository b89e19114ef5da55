export const id = 694;
export const ids = [694];
export const modules = {

/***/ 6150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ unreadableError),
/* harmony export */   Ux: () => (/* binding */ answeredError),
/* harmony export */   x6: () => (/* binding */ networkError),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
class GitHubError extends Error {
    name = 'GitHubError';
    kind;
    status;
    retryAfter;
    constructor(message, { kind, status, retryAfter, cause }) {
        super(message, cause === undefined ? {} : { cause });
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }
    get mayHaveTakenEffect() {
        return ['server-error', 'unreadable', 'lost'].includes(this.kind);
    }
}
function answeredError(attempt, answer) {
    const said = answer.said === undefined ? '' : `, "${shortened(answer.said)}"`;
    const facts = `Could not ${attempt.task}: GitHub answered ${answer.status}${said}.`;
    return new GitHubError(`${facts} ${hintFor(attempt, answer)}`.trim(), answer);
}
function networkError({ task }, failure) {
    const kinds = { refused: 'refused', final: 'untrusted', broken: 'lost' };
    return new GitHubError(`Could not ${task}: ${failure.message}.`, { kind: kinds[failure.kind], cause: failure });
}
function unreadableError({ task }, { status, problem }) {
    const message = `Could not ${task}: GitHub answered ${status} with a body that cannot be read (${problem}).`;
    return new GitHubError(message, { kind: 'unreadable', status });
}
function hintFor(attempt, { kind, said = '', retryAfter }) {
    switch (kind) {
        case 'unauthorized':
            return 'The token is wrong, expired or revoked: check github-token.';
        case 'forbidden':
            return forbiddenHint(attempt.permission, said);
        case 'not-found':
            return `${attempt.ifMissing ?? 'It is not there, or the token may not see it.'} ${needs(attempt.permission)}`;
        case 'rate-limited':
            return retryAfter === undefined
                ? 'GitHub is asked too often with this token; re-run the job later.'
                : `GitHub is asked too often with this token; re-run the job in ${Math.ceil(retryAfter / 60_000)} min.`;
        case 'server-error':
            return 'GitHub is in trouble (https://www.githubstatus.com); re-run the job later.';
        case 'rejected':
        case 'unreadable':
        case 'refused':
        case 'untrusted':
        case 'lost':
            return '';
        default:
            throw new Error(`No such kind: ${String(kind)}`);
    }
}
function forbiddenHint(permission, said) {
    return /not accessible|must have admin|^$/i.test(said) ? needs(permission) : '';
}
function needs({ job, token }) {
    const other = `a fine-grained personal access token or a GitHub App with ${token}`;
    if (job === undefined) {
        return `GITHUB_TOKEN cannot do this, whatever its permissions: github-token must be ${other}.`;
    }
    const forks = job.endsWith('write') ? ' In pull requests of forks and of Dependabot it stays read-only.' : '';
    return `GITHUB_TOKEN needs \`${job}\` under the job's \`permissions:\`; otherwise use ${other}.${forks}`;
}
function shortened(text) {
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}


/***/ }),

/***/ 9108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill),
/* harmony export */   M: () => (/* binding */ operation)
/* harmony export */ });
function operation(declared) {
    return declared;
}
function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (_, name) => {
        const value = values[name];
        if (value === undefined)
            throw new Error(`No value for {${name}} in ${template}.`);
        return String(value);
    });
}


/***/ }),

/***/ 5:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ repositoryParts)
/* harmony export */ });
function repositoryParts(repository) {
    const [, owner, repo] = /^([\w-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined || repo === '.' || repo === '..') {
        throw new Error(`"${repository}" is not the name of a GitHub repository: expected owner/name.`);
    }
    return { owner, repo };
}


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkSecretPlace: () => (/* binding */ checkSecretPlace),
  saveSecret: () => (/* binding */ saveSecret)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/github/errors.js
var errors = __webpack_require__(6150);
// EXTERNAL MODULE: ./build/src/github/operation.js
var operation = __webpack_require__(9108);
// EXTERNAL MODULE: ./build/src/github/repository.js
var github_repository = __webpack_require__(5);
;// CONCATENATED MODULE: ./build/src/github/sealed-box.js
const KEY_BYTES = 32;
const NONCE_BYTES = 24;
async function sealedBox(text, publicKey) {
    const [{ default: nacl }, { default: blake }] = await Promise.all([__webpack_require__.e(/* import() */ 668).then(__webpack_require__.t.bind(__webpack_require__, 668, 19)), __webpack_require__.e(/* import() */ 874).then(__webpack_require__.t.bind(__webpack_require__, 7493, 19))]);
    const recipient = new Uint8Array(Buffer.from(publicKey, 'base64'));
    if (recipient.length !== KEY_BYTES)
        throw new Error("GitHub's public key for secrets is not 32 bytes long.");
    const ephemeral = nacl.box.keyPair();
    const nonce = blake.blake2b(Buffer.concat([ephemeral.publicKey, recipient]), undefined, NONCE_BYTES);
    const sealed = nacl.box(new Uint8Array(Buffer.from(text)), nonce, recipient, ephemeral.secretKey);
    return Buffer.concat([ephemeral.publicKey, sealed]).toString('base64');
}

;// CONCATENATED MODULE: ./build/src/github/secret-rules.js
const MOST_BYTES = 48 * 1024;
function secretNameProblem(name) {
    const shown = `The secret name ${JSON.stringify(name.slice(0, 100))}`;
    if (!/^\w+$/.test(name))
        return `${shown} may only hold letters, digits and underscores.`;
    if (/^\d/.test(name))
        return `${shown} must not start with a digit.`;
    if (/^github_/i.test(name))
        return `${shown} must not start with GITHUB_, which GitHub keeps for itself.`;
    return undefined;
}
function secretValueProblem(name, value) {
    if (value === '')
        return `The value for the secret ${name} is empty: a job could not tell it from a missing one.`;
    const bytes = Buffer.byteLength(value);
    if (bytes > MOST_BYTES)
        return `The value for the secret ${name} has ${bytes} bytes; GitHub takes ${MOST_BYTES}.`;
    return undefined;
}
function environmentNameProblem(environment) {
    const fits = environment !== '' && environment.length <= 255 && !/^\.{1,2}$/.test(environment);
    return fits ? undefined : `${JSON.stringify(environment.slice(0, 100))} cannot be the name of a GitHub environment.`;
}

;// CONCATENATED MODULE: ./build/src/github/secrets.js






const publicKey = schemas/* object */.Ikc({ key_id: schemas/* string */.YjP(), key: schemas/* string */.YjP() });
const metadata = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), updated_at: schemas/* string */.YjP() });
const repositorySecrets = operationsAt({
    path: '/repos/{owner}/{repo}/actions/secrets',
    where: 'the repository {owner}/{repo}',
    token: '"Secrets: write"',
    ifMissing: 'There is no repository {owner}/{repo}, or the token may not see it.',
});
const environmentSecrets = operationsAt({
    path: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
    where: 'the environment "{environment_name}" of {owner}/{repo}',
    token: '"Environments: write"',
    ifMissing: 'There is no environment "{environment_name}" in {owner}/{repo}, or the token may not see it. An admin of the repository ' +
        'creates it under Settings, Environments (private repositories need a paid plan for it).',
});
function operationsAt({ path, where, token, ifMissing }) {
    const common = { permission: { job: undefined, token }, ifMissing, repeatable: true };
    const task = `save a secret in ${where}`;
    return {
        getPublicKey: (0,operation/* operation */.M)({ ...common, route: `GET ${path}/public-key`, task, answer: publicKey }),
        put: (0,operation/* operation */.M)({ ...common, route: `PUT ${path}/{secret_name}`, task, answer: schemas/* unknown */.L5J() }),
        get: (0,operation/* operation */.M)({
            ...common,
            route: `GET ${path}/{secret_name}`,
            task: `read back the secret {secret_name} in ${where}`,
            ifMissing: 'GitHub took it, and does not show it.',
            answer: metadata,
        }),
    };
}
async function checkSecretPlace(client, place) {
    const { operations, parameters } = addressOf(place);
    await client.call(operations.getPublicKey, parameters);
}
async function saveSecret(client, { value, ...place }) {
    const problem = secretNameProblem(place.name) ??
        secretValueProblem(place.name, value) ??
        (place.environment === undefined ? undefined : environmentNameProblem(place.environment));
    if (problem !== undefined)
        throw new Error(problem);
    const { operations, parameters } = addressOf(place);
    const key = await client.call(operations.getPublicKey, parameters);
    const named = { ...parameters, secret_name: place.name };
    const encrypted_value = await sealedBox(value, key.key);
    await client.call(operations.put, { ...named, encrypted_value, key_id: key.key_id });
    const { name, updated_at } = await readBack(client, () => client.call(operations.get, named));
    return { name, updatedAt: updated_at };
}
function addressOf({ repository, environment }) {
    const parts = (0,github_repository/* repositoryParts */.v)(repository);
    return environment === undefined
        ? { operations: repositorySecrets, parameters: parts }
        : { operations: environmentSecrets, parameters: { ...parts, environment_name: environment } };
}
const READ_BACK_ATTEMPTS = 4;
const READ_BACK_PAUSE_MS = 1_000;
async function readBack(client, read) {
    for (let attempt = 1;; attempt++) {
        try {
            return await read();
        }
        catch (error) {
            const notYet = error instanceof errors/* GitHubError */.y_ && error.kind === 'not-found' && attempt < READ_BACK_ATTEMPTS;
            if (!notYet || !(await client.limit.sleep(READ_BACK_PAUSE_MS, client.signal)))
                throw error;
        }
    }
}


/***/ })

};
