export const id = 66;
export const ids = [66,485];
export const modules = {

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  upsertComment: () => (/* binding */ upsertComment)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
;// CONCATENATED MODULE: ./build/src/github/comment-text.js
const MOST_CHARACTERS = 65_536;
const NOTE = `> [!WARNING]
> This comment is longer than GitHub allows. Its end is missing.

`;
function commentText(marker, body) {
    const head = `${markerLine(marker)}\n`;
    const text = sendable(body);
    if (head.length + text.length <= MOST_CHARACTERS)
        return head + text;
    return head + NOTE + cut(text, MOST_CHARACTERS - head.length - NOTE.length);
}
function markerLine(marker) {
    const encoded = marker.replace(/[^\w.:/-]|(?<=-)-/gu, (character) => {
        return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    });
    return `<!-- ${encoded} -->`;
}
function bearsMarker(text, marker) {
    const [firstLine = ''] = text.split(/\r?\n/, 1);
    return firstLine.trimEnd() === markerLine(marker);
}
function sameText(left, right) {
    const plain = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return plain(left) === plain(right);
}
function sendable(text) {
    return text.toWellFormed().replaceAll('\0', '\ufffd');
}
function cut(text, length) {
    const piece = text.slice(0, length);
    const lineEnd = piece.lastIndexOf('\n');
    return lineEnd > length - 1_000 ? piece.slice(0, lineEnd) : piece.replace(/[\ud800-\udbff]$/, '');
}

// EXTERNAL MODULE: ./build/src/github/errors.js
var errors = __webpack_require__(6150);
// EXTERNAL MODULE: ./build/src/github/operation.js
var operation = __webpack_require__(9108);
// EXTERNAL MODULE: ./build/src/github/pull-requests.js
var pull_requests = __webpack_require__(5485);
// EXTERNAL MODULE: ./build/src/github/repository.js
var github_repository = __webpack_require__(5);
;// CONCATENATED MODULE: ./build/src/github/viewer.js



const common = {
    task: 'find out whose token this is',
    permission: { job: 'pull-requests: read', token: '"Pull requests: read"' },
    repeatable: true,
};
const getViewer = (0,operation/* operation */.M)({
    ...common,
    route: 'POST /graphql',
    answer: schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ databaseId: schemas/* number */.aig() }) }) })
        .transform(({ data }) => data.viewer.databaseId)
        .or(schemas/* unknown */.L5J().transform(() => undefined)),
});
const getUser = (0,operation/* operation */.M)({
    ...common,
    route: 'GET /user',
    answer: schemas/* object */.Ikc({ id: schemas/* number */.aig() })
        .transform(({ id }) => id)
        .or(schemas/* unknown */.L5J().transform(() => undefined)),
});
function viewerId(client) {
    return client.once('viewer', async () => {
        const viewer = await ifAnswered(() => client.call(getViewer, { query: '{ viewer { databaseId } }' }));
        return viewer ?? (await ifAnswered(() => client.call(getUser, {})));
    });
}
const notOffered = new Set(['unauthorized', 'forbidden', 'not-found', 'rejected']);
async function ifAnswered(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_ && notOffered.has(error.kind))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/github/comments.js







const comment = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ id: schemas/* number */.aig(), login: schemas/* string */.YjP().optional() }).nullable(),
});
const mayWrite = { job: 'pull-requests: write', token: '"Pull requests: write"' };
const mayRead = { job: 'pull-requests: read', token: '"Pull requests: read"' };
const listComments = (0,operation/* operation */.M)({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    task: 'read the comments of {owner}/{repo}#{issue_number}',
    permission: mayRead,
    repeatable: true,
    answer: schemas/* array */.YOg(comment),
});
const createComment = (0,operation/* operation */.M)({
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    task: 'comment on {owner}/{repo}#{issue_number}',
    permission: mayWrite,
    repeatable: false,
    answer: comment,
});
const updateComment = (0,operation/* operation */.M)({
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    task: 'update the comment {comment_id} in {owner}/{repo}',
    permission: mayWrite,
    repeatable: true,
    answer: comment,
});
const deleteComment = (0,operation/* operation */.M)({
    route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    task: 'delete the comment {comment_id} in {owner}/{repo}',
    permission: mayWrite,
    repeatable: true,
    answer: schemas/* unknown */.L5J(),
});
function upsertComment(client, request) {
    const { repository, issueNumber, marker, body, isGuess, unlessSaid } = request;
    const text = commentText(marker, body);
    return skippingWhatIsNotAllowed(async () => {
        if (isGuess && (await (0,pull_requests.pullRequestState)(client, { repository, number: issueNumber })) === 'unknown') {
            const reason = `${repository} has no pull request ${issueNumber}, or the token may not see it.`;
            return { outcome: 'skipped', reason };
        }
        const marked = await markedComments(client, request);
        const me = marked.length === 0 ? undefined : await viewerId(client);
        const [own, others] = me === undefined ? [[], []] : byAuthor(marked, me);
        const [first] = own;
        if (first && unlessSaid !== undefined && linesOf(first).includes(unlessSaid)) {
            return { outcome: 'unchanged', url: first.html_url, others: others.map(shown) };
        }
        if (first)
            return await keepFirst(client, request, { comments: own, others, text });
        if (unlessSaid !== undefined)
            return marked.length > others.length ? WHOSE_TOKEN : { outcome: 'absent', others: others.map(shown) };
        const created = await createOnce(client, request, { text, known: marked });
        return await settle(client, request, { created, text, known: marked });
    });
}
const WHOSE_TOKEN = {
    outcome: 'skipped',
    reason: 'This server does not say whose token it is, so it cannot be told whether the comment with this marker is its own.',
};
async function settle(client, place, { created, text, known }) {
    const written = { outcome: 'created', url: created.html_url, others: [] };
    if (created.user === null)
        return written;
    try {
        const [own, others] = byAuthor(await markedComments(client, place), created.user.id);
        if (own.length === 0)
            return written;
        const kept = await keepFirst(client, place, { comments: own, others, text });
        const wasThere = known.some(({ id }) => id === own[0]?.id);
        return wasThere ? kept : { ...kept, outcome: 'created' };
    }
    catch (error) {
        client.signal.throwIfAborted();
        client.log(`The comment is written (${created.html_url}). ${error instanceof Error ? error.message : String(error)}`);
        return written;
    }
}
async function skippingWhatIsNotAllowed(work) {
    try {
        return await work();
    }
    catch (error) {
        const notAllowed = error instanceof errors/* GitHubError */.y_ && (error.kind === 'forbidden' || error.kind === 'not-found');
        if (notAllowed)
            return { outcome: 'skipped', reason: error.message };
        throw error;
    }
}
async function markedComments(client, place) {
    const marked = [];
    for await (const item of client.items(listComments, issueOf(place))) {
        if (bearsMarker(item.body ?? '', place.marker))
            marked.push(item);
    }
    return marked.sort((left, right) => left.id - right.id);
}
function byAuthor(comments, id) {
    const isOwn = ({ user }) => user?.id === id;
    return [comments.filter(isOwn), comments.filter((one) => !isOwn(one))];
}
async function keepFirst(client, place, { comments: [first, ...duplicates], others, text, }) {
    if (first === undefined)
        throw new Error('There is no comment to keep.');
    const facts = { url: first.html_url, others: others.map(shown) };
    await removeAll(client, place, duplicates);
    if (sameText(first.body ?? '', text))
        return { outcome: 'unchanged', ...facts };
    await client.call(updateComment, { ...(0,github_repository/* repositoryParts */.v)(place.repository), comment_id: first.id, body: text });
    return { outcome: 'updated', ...facts };
}
function shown({ user, html_url }) {
    return { author: user === null ? 'a deleted account' : (user.login ?? `account ${user.id}`), url: html_url };
}
function linesOf({ body }) {
    return (body ?? '').split(/\r?\n/);
}
const CREATE_ATTEMPTS = 3;
const LOOK_AFTER_MS = 2_000;
async function createOnce(client, place, { text, known }) {
    const before = new Set(known.map(({ id }) => id));
    for (let attempt = 1;; attempt++) {
        try {
            return await client.call(createComment, { ...issueOf(place), body: text });
        }
        catch (error) {
            if (!(error instanceof errors/* GitHubError */.y_ && error.mayHaveTakenEffect))
                throw error;
            if (!(await client.limit.sleep(LOOK_AFTER_MS * attempt, client.signal)))
                throw error;
            client.log(`${error.message} Looking whether the comment is there.`);
            const marked = await markedComments(client, place);
            const me = marked.length === 0 ? undefined : await viewerId(client);
            const isWritten = ({ id, user, body }) => !before.has(id) && (me === undefined || user?.id === me) && sameText(body ?? '', text);
            const there = marked.find(isWritten);
            if (there !== undefined)
                return there;
            if (attempt === CREATE_ATTEMPTS)
                throw error;
        }
    }
}
async function removeAll(client, place, comments) {
    for (const { id } of comments) {
        try {
            await client.call(deleteComment, { ...(0,github_repository/* repositoryParts */.v)(place.repository), comment_id: id });
        }
        catch (error) {
            if (!(error instanceof errors/* GitHubError */.y_ && error.kind === 'not-found'))
                throw error;
        }
    }
}
function issueOf({ repository, issueNumber }) {
    return { ...(0,github_repository/* repositoryParts */.v)(repository), issue_number: issueNumber };
}


/***/ }),

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
