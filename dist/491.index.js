export const id = 491;
export const ids = [491];
export const modules = {

/***/ 2491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
;// CONCATENATED MODULE: ./build/src/github/error-answer.js

const thrownAnswer = schemas/* object */.Ikc({
    response: schemas/* object */.Ikc({ status: schemas/* number */.aig(), headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()), data: schemas/* unknown */.L5J() }),
});
const errorBody = schemas/* object */.Ikc({ message: schemas/* string */.YjP(), errors: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional() });
const detail = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ message: schemas/* string */.YjP() }).transform(({ message }) => message)]);
function readErrorAnswer(thrown, now) {
    const parsed = thrownAnswer.safeParse(thrown);
    if (!parsed.success)
        return undefined;
    const { status, data } = parsed.data.response;
    const header = (name) => {
        const value = parsed.data.response.headers[name];
        return typeof value === 'string' ? value : undefined;
    };
    const said = messageOf(data);
    const kind = kindOf({ status, said, header });
    return { status, said, kind, retryAfter: retryAfter(header, now) };
}
function messageOf(data) {
    const body = errorBody.safeParse(data);
    if (!body.success)
        return undefined;
    const details = (body.data.errors ?? []).flatMap((error) => detail.safeParse(error).data ?? []);
    return [body.data.message, ...details].join(': ');
}
const KINDS = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not-found',
    408: 'server-error',
    410: 'not-found',
    429: 'rate-limited',
};
function kindOf({ status, said = '', header }) {
    const limited = /rate limit/i.test(said) || header('retry-after') || header('x-ratelimit-remaining') === '0';
    if (status === 403 && limited)
        return 'rate-limited';
    return KINDS[status] ?? (status >= 500 ? 'server-error' : 'rejected');
}
function retryAfter(header, now) {
    const seconds = header('retry-after')?.trim();
    if (seconds !== undefined && /^\d+$/.test(seconds))
        return Number(seconds) * 1_000;
    const reset = Number(header('x-ratelimit-reset'));
    if (header('x-ratelimit-remaining') !== '0' || !Number.isFinite(reset))
        return undefined;
    const sentAt = Date.parse(header('date') ?? '');
    return Math.max(0, reset * 1_000 - (Number.isFinite(sentAt) ? sentAt : now));
}

// EXTERNAL MODULE: ./build/src/github/errors.js
var errors = __webpack_require__(6150);
;// CONCATENATED MODULE: ./build/src/github/network.js
class NetworkFailure extends Error {
    name = 'NetworkFailure';
    kind;
    constructor(message, { kind, cause }) {
        super(message, cause === undefined ? {} : { cause });
        this.kind = kind;
    }
}
const NOTHING_SENT = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
const CERTIFICATE = /CERT|SELF_SIGNED|LEAF_SIGNATURE|ERR_TLS/;
function networkFailure(error, host) {
    const { proxy, answered } = proxyIn(error);
    if (proxy !== undefined && answered !== undefined) {
        const kind = answered === 407 ? 'final' : 'refused';
        return new NetworkFailure(`${proxy} answered ${answered} instead of connecting to ${host}`, { kind, cause: error });
    }
    const code = causeCode(error);
    if (code && CERTIFICATE.test(code)) {
        const hint = 'Behind a TLS-inspecting proxy, set NODE_EXTRA_CA_CERTS on the runner';
        return new NetworkFailure(`the certificate of ${host} is not trusted (${code}). ${hint}`, {
            kind: 'final',
            cause: error,
        });
    }
    const reason = code ?? (error instanceof Error ? error.message : String(error));
    return code && NOTHING_SENT.has(code)
        ? new NetworkFailure(`${proxy ?? host} cannot be reached (${code})`, { kind: 'refused', cause: error })
        : new NetworkFailure(`the connection to ${host} broke (${reason})`, { kind: 'broken', cause: error });
}
function causeCode(error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
        if ('code' in cause && typeof cause.code === 'string')
            return cause.code;
    }
    return undefined;
}
function proxyIn(error) {
    if (!(error instanceof Error && 'proxy' in error && typeof error.proxy === 'string'))
        return {};
    const answered = 'answered' in error && typeof error.answered === 'number' ? error.answered : undefined;
    return { proxy: error.proxy, answered };
}

// EXTERNAL MODULE: ./build/src/github/operation.js
var operation = __webpack_require__(9108);
;// CONCATENATED MODULE: ./build/src/github/retry.js

const repetition = {
    'rate-limited': 'always',
    refused: 'always',
    'server-error': 'if-repeatable',
    unreadable: 'if-repeatable',
    lost: 'if-repeatable',
    unauthorized: 'never',
    forbidden: 'never',
    'not-found': 'never',
    rejected: 'never',
    untrusted: 'never',
};
const ATTEMPTS = 5;
const waits = { base: 1_000, cap: 10_000, rateLimited: 60_000, longest: 120_000 };
async function retried(ask, { repeatable, ...options }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await ask();
        }
        catch (error) {
            const again = error instanceof errors/* GitHubError */.y_ && mayRepeat(error, repeatable) && attempt < ATTEMPTS;
            const wait = again ? waitBefore(attempt, error, options.random) : waits.longest + 1;
            if (!again || wait > waits.longest || !options.limit.fits(wait))
                throw error;
            const seconds = (wait / 1_000).toFixed(1);
            options.log(`${error.message} Trying again in ${seconds} s (${attempt + 1} of ${ATTEMPTS}).`);
            if (!(await options.limit.sleep(wait, options.signal)))
                throw error;
        }
    }
}
function mayRepeat({ kind }, repeatable) {
    return repetition[kind] === 'always' || (repetition[kind] === 'if-repeatable' && repeatable);
}
function waitBefore(attempt, { kind, retryAfter }, random) {
    if (kind === 'rate-limited' || retryAfter !== undefined) {
        return (retryAfter ?? waits.rateLimited) * (1 + random() / 10);
    }
    return Math.min(waits.cap, waits.base * 2 ** (attempt - 1)) * random();
}

;// CONCATENATED MODULE: ./build/src/github/transport.js

const ANSWER_TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 3;
function createTransport(options) {
    return async (url, init) => {
        let target = new URL(url);
        for (let redirects = 0;; redirects++) {
            const answer = await exchange(options, target, init);
            const location = REDIRECTS.has(answer.status) ? answer.headers.get('Location') : null;
            if (location === null)
                return answer;
            target = followed(URL.parse(location, target.href), { from: target, redirects });
        }
    };
}
const REDIRECTS = new Set([301, 302, 307, 308]);
function followed(to, { from, redirects }) {
    if (to === null || to.origin !== from.origin || redirects === MOST_REDIRECTS) {
        const where = to === null ? 'something that is no address' : to.host;
        throw new NetworkFailure(`${from.host} redirects to ${where}, which is not followed`, { kind: 'final' });
    }
    return to;
}
async function exchange({ fetch, clock, signal, limit }, url, init) {
    if (limit.isOver())
        throw new NetworkFailure(`nothing is left of ${limit.words}`, { kind: 'refused' });
    const timeout = clock.timeout(ANSWER_TIMEOUT_MS);
    try {
        const response = await fetch(url.href, {
            ...init,
            redirect: 'manual',
            signal: AbortSignal.any([signal, timeout, limit.signal]),
        });
        const { status, headers } = response;
        const text = await response.text();
        return new Response(text === '' ? null : text, { status, headers });
    }
    catch (error) {
        if (timeout.aborted || limit.signal.aborted) {
            const words = limit.signal.aborted ? limit.words : `${ANSWER_TIMEOUT_MS / 1_000} s`;
            throw new NetworkFailure(`${url.host} did not answer within ${words}`, { kind: 'broken', cause: error });
        }
        throw networkFailure(error, url.host);
    }
}

;// CONCATENATED MODULE: ./build/src/github/client.js






async function openGitHub(options) {
    const { log, signal, limit } = options;
    const request = await createRequest(options);
    const send = (operation, parameters) => retried(() => request(operation, parameters), { ...options, repeatable: operation.repeatable });
    return {
        limit,
        log,
        signal,
        call: async (operation, parameters) => (await send(operation, parameters)).answer,
        async *items(operation, parameters) {
            for (let page = 1;; page++) {
                const { answer, hasNext } = await send(operation, { ...parameters, per_page: 100, page });
                yield* answer;
                if (!hasNext)
                    return;
            }
        },
        once: remembering(),
    };
}
async function createRequest(options) {
    const { log, clock, signal } = options;
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(413), __webpack_require__.e(21)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const logger = { debug: () => undefined, info: () => undefined, warn: log, error: log };
    const baseUrl = options.apiUrl.replace(/\/+$/, '');
    const octokit = getOctokit(usableToken(options.token), {
        baseUrl,
        userAgent: 'atlas-actions',
        log: logger,
        request: { fetch: createTransport(options), log: logger },
    });
    return async (operation, parameters) => {
        const attempt = attemptAt(operation, parameters);
        try {
            const { status, data, headers } = await octokit.request(operation.route, {
                ...parameters,
                baseUrl: operation.route.endsWith('/graphql') ? graphqlBase(baseUrl) : baseUrl,
                headers: { 'X-GitHub-Api-Version': '2022-11-28' },
            });
            const parsed = operation.answer.safeParse(data);
            if (!parsed.success)
                throw (0,errors/* unreadableError */.Sw)(attempt, { status, problem: problemOf(parsed.error) });
            return { answer: parsed.data, hasNext: /rel="?next"?/.test(headers.link ?? '') };
        }
        catch (error) {
            signal.throwIfAborted();
            throw toGitHubError(error, { attempt, now: clock.now() });
        }
    };
}
function usableToken(token) {
    if (token === '')
        throw new Error('There is no GitHub token: set github-token; github.token is the one of the job.');
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new Error('github-token is no token: it holds spaces or line breaks.');
    return token;
}
function graphqlBase(apiUrl) {
    return apiUrl.replace(/\/api\/v3$/, '/api');
}
function attemptAt({ task, permission, ifMissing }, parameters) {
    return {
        task: (0,operation/* fill */.G)(task, parameters),
        permission,
        ifMissing: ifMissing === undefined ? undefined : (0,operation/* fill */.G)(ifMissing, parameters),
    };
}
function problemOf({ issues }) {
    const [issue] = issues;
    return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown form';
}
function toGitHubError(error, { attempt, now }) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof NetworkFailure)
        return (0,errors/* networkError */.x6)(attempt, cause);
    const answer = readErrorAnswer(error, now);
    return answer === undefined ? error : (0,errors/* answeredError */.Ux)(attempt, answer);
}
function remembering() {
    const answers = new Map();
    return (question, ask) => {
        const known = answers.get(question);
        if (known !== undefined)
            return known;
        const answer = ask();
        answers.set(question, answer);
        answer.catch(() => answers.delete(question));
        return answer;
    };
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


/***/ })

};
