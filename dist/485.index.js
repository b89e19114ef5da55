export const id = 485;
export const ids = [485];
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

/***/ 5485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pullRequestState: () => (/* binding */ pullRequestState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6150);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9108);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5);




const getPullRequest = (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .operation */ .M)({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    task: 'read pull request {owner}/{repo}#{pull_number}',
    permission: { job: 'pull-requests: read', token: '"Pull requests: read"' },
    repeatable: true,
    answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['open', 'closed']),
        base: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }).nullish() }).nullish(),
    }),
});
async function pullRequestState(client, { repository, number, repositoryId }) {
    try {
        const answer = await client.call(getPullRequest, { ...(0,_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryParts */ .v)(repository), pull_number: number });
        const [id] = repositoryId?.split('@') ?? [];
        return id === undefined || id === String(answer.base?.repo?.id) ? answer.state : 'unknown';
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.kind === 'not-found')
            return 'unknown';
        throw error;
    }
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


/***/ })

};
