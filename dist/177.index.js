export const id = 177;
export const ids = [177];
export const modules = {

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iP: () => (/* binding */ closeAtlas),
  M7: () => (/* binding */ openAtlas),
  My: () => (/* binding */ openClient),
  Jd: () => (/* binding */ reopenClient)
});

;// CONCATENATED MODULE: ./build/src/atlas/atlas-time.js
const BELIEVABLE = 300_000;
const RESOLUTION = 1_000;
function createAtlasTime(clock) {
    let first;
    let offset;
    let saidOffset = 0;
    return {
        observe(headers) {
            const date = parseDate(headers.get('Date'));
            if (date === undefined)
                return;
            const latest = date + RESOLUTION;
            saidOffset = date - clock.now();
            offset = Math.abs(latest - clock.now()) > BELIEVABLE ? undefined : latest - clock.now();
            if (offset !== undefined)
                first ??= latest;
        },
        now: () => (offset === undefined ? undefined : clock.now() + offset),
        atFirstAnswer: () => (offset === undefined ? undefined : first),
        forExpiry: () => clock.now() + saidOffset,
    };
}
function parseDate(header) {
    if (!header || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header))
        return undefined;
    const time = Date.parse(header);
    return Number.isNaN(time) ? undefined : time;
}

// EXTERNAL MODULE: ./build/src/atlas/error-answer.js
var error_answer = __webpack_require__(4622);
// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
;// CONCATENATED MODULE: ./build/src/atlas/http.js

const ANSWER_TIMEOUT_MS = 30_000;
function createTransport({ fetch, clock, deadline }) {
    return async ({ method, url, headers, body, onSend, signal }) => {
        const left = deadline.at - clock.now();
        if (left <= 0)
            throw deadline.passed();
        const timeout = clock.timeout(Math.min(ANSWER_TIMEOUT_MS, left));
        onSend?.();
        try {
            const response = await fetch(url, {
                method,
                headers: { 'User-Agent': 'atlas-actions', ...headers },
                redirect: 'manual',
                signal: AbortSignal.any([signal, timeout]),
                ...(body !== undefined && { body }),
            });
            return { status: response.status, headers: response.headers, text: await response.text() };
        }
        catch (error) {
            signal.throwIfAborted();
            if (timeout.aborted && left <= ANSWER_TIMEOUT_MS)
                throw deadline.passed();
            throw toNetworkError(error, { host: new URL(url).host, timedOut: timeout.aborted });
        }
    };
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
function toNetworkError(error, { host, timedOut }) {
    if (timedOut) {
        const seconds = ANSWER_TIMEOUT_MS / 1_000;
        return new errors/* NetworkError */.Dr(`${host} did not answer within ${seconds} s`, { kind: 'broken', cause: error });
    }
    const { proxy, answered } = proxyIn(error);
    if (proxy !== undefined && answered !== undefined) {
        const kind = answered === 407 ? 'final' : 'refused';
        return new errors/* NetworkError */.Dr(`${proxy} answered ${answered} instead of connecting to ${host}`, { kind, cause: error });
    }
    const code = causeCode(error);
    const reason = code ?? (0,errors/* messageOf */.bD)(error);
    if (code && CERTIFICATE.test(code)) {
        const hint = 'Behind a TLS-inspecting proxy, set NODE_EXTRA_CA_CERTS on the runner';
        return new errors/* NetworkError */.Dr(`the certificate of ${host} is not trusted (${code}). ${hint}`, {
            kind: 'final',
            cause: error,
        });
    }
    return code && NOTHING_SENT.has(code)
        ? new errors/* NetworkError */.Dr(`${proxy ?? host} cannot be reached (${code})`, { kind: 'refused', cause: error })
        : new errors/* NetworkError */.Dr(`the connection to ${host} broke (${reason})`, { kind: 'broken', cause: error });
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

// EXTERNAL MODULE: ./build/src/atlas/operation.js
var atlas_operation = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/atlas/retry-after.js
var retry_after = __webpack_require__(3764);
;// CONCATENATED MODULE: ./build/src/atlas/retry.js



const harmless = {
    statuses: [408, 429, 500, 502, 503, 504],
    unreadable: true,
    network: ['refused', 'broken'],
};
const onlyIfNotExecuted = { statuses: [429], unreadable: false, network: ['refused'] };
const retryRules = {
    GET: harmless,
    PUT: harmless,
    DELETE: harmless,
    POST: onlyIfNotExecuted,
    PATCH: onlyIfNotExecuted,
};
const ATTEMPTS = 6;
const backoff = { base: 1_000, rateLimited: 10_000, cap: 30_000 };
function retrying(send, options) {
    return async (request) => {
        const rule = request.repeat === 'if-not-executed' ? onlyIfNotExecuted : retryRules[request.method];
        for (let attempt = 1;; attempt++) {
            const outcome = await attemptOnce(send, request);
            const wait = attempt < ATTEMPTS ? waitBefore(attempt, { outcome, rule, random: options.random }) : undefined;
            if (wait === undefined || options.clock.now() + wait > options.deadline.at)
                return settle(outcome);
            const line = `${request.method} ${new URL(request.url).pathname}: ${describe(outcome)}`;
            options.log(`${line}; trying again in ${(wait / 1_000).toFixed(1)} s (${attempt + 1} of ${ATTEMPTS}).`);
            await options.clock.sleep(wait, request.signal);
        }
    };
}
async function attemptOnce(send, request) {
    try {
        return { answer: await send(request) };
    }
    catch (error) {
        if (error instanceof errors/* NetworkError */.Dr)
            return { error };
        throw error;
    }
}
function settle(outcome) {
    if ('error' in outcome)
        throw outcome.error;
    return outcome.answer;
}
function waitBefore(attempt, { outcome, rule, random }) {
    if ('error' in outcome) {
        const { kind, retryAfter: asked } = outcome.error;
        if (!rule.network.includes(kind))
            return undefined;
        return asked === undefined ? jittered(backoff.base, attempt, random) : obeying(asked, attempt, random);
    }
    const { status, headers } = outcome.answer;
    if (!rule.statuses.includes(status) && !(rule.unreadable && isUnreadable(outcome.answer)))
        return undefined;
    const asked = (0,retry_after/* retryAfter */.P)(headers);
    if (asked !== undefined)
        return obeying(asked, attempt, random);
    return jittered(status === 429 ? backoff.rateLimited : backoff.base, attempt, random);
}
function obeying(asked, attempt, random) {
    const floor = attempt === 1 ? 0 : backoff.base * 2 ** (attempt - 2);
    return Math.max(asked, floor) * (1 + random() / 10);
}
function jittered(base, attempt, random) {
    return Math.min(backoff.cap, base * 2 ** (attempt - 1)) * random();
}
function isUnreadable({ status, text }) {
    return status >= 200 && status < 300 && text !== '' && (0,error_answer/* parseJson */.q)(text) === undefined;
}
function describe(outcome) {
    if ('error' in outcome)
        return outcome.error.message;
    const body = isUnreadable(outcome.answer) ? ' with a body that cannot be read' : '';
    return `Atlas answered ${outcome.answer.status}${body}`;
}

// EXTERNAL MODULE: ./build/src/atlas/rights.js
var rights = __webpack_require__(738);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/atlas/sign-in.js
var sign_in = __webpack_require__(7034);
// EXTERNAL MODULE: ./build/src/atlas/single-flight.js
var single_flight = __webpack_require__(1176);
;// CONCATENATED MODULE: ./build/src/atlas/service-account.js






const REFRESH_AHEAD_MS = 300_000;
function signingWithToken(send, options) {
    let token;
    const mint = (0,single_flight/* singleFlight */.F)(async (signal) => {
        const minted = await requestToken(send, { ...options, signal });
        options.onToken(minted.value);
        token = minted;
        return minted;
    });
    return async (request) => {
        for (let attempt = 1;; attempt++) {
            const current = token && options.clock.now() < token.refreshAt ? token : await mint(request.signal);
            const wasAccepted = current.accepted;
            const answer = await send(withBearer(request, current));
            if (answer.status !== 401)
                current.accepted = true;
            if (answer.status !== 401 || (0,rights/* isMissingRights */.k)(answer) || !wasAccepted || attempt === 2)
                return answer;
            if (token === current)
                token = undefined;
        }
    };
}
function withBearer(request, { value }) {
    return { ...request, headers: { ...request.headers, Authorization: `Bearer ${value}` } };
}
const tokenBody = schemas/* object */.Ikc({ access_token: schemas/* string */.YjP().regex(/^[\x21-\x7e]+$/), expires_in: schemas/* number */.aig().positive() });
async function requestToken(send, { account, baseUrl, clock, signal }) {
    const body = { grant_type: 'client_credentials' };
    const request = oauthRequest({ account, url: `${baseUrl}/api/oauth/token`, body, signal });
    const answer = await (0,sign_in/* sendBeforeCall */.C)(send, request);
    if (answer.status !== 200)
        throw tokenRefusal(answer);
    const granted = tokenBody.safeParse((0,error_answer/* parseJson */.q)(answer.text));
    if (!granted.success)
        throw (0,sign_in/* signInFailed */.S)(request, answer, ' with a body that has no access_token in it');
    const lifetime = granted.data.expires_in * 1_000;
    return {
        value: granted.data.access_token,
        refreshAt: clock.now() + Math.max(lifetime - REFRESH_AHEAD_MS, lifetime * 0.8),
        accepted: false,
    };
}
async function revokeToken(send, { account, baseUrl, token, signal }) {
    const body = { token, token_type_hint: 'access_token' };
    const answer = await send(oauthRequest({ account, url: `${baseUrl}/api/oauth/revoke`, body, signal }));
    return answer.status === 200;
}
function basicPair({ clientId, clientSecret }) {
    return Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');
}
function oauthRequest({ account, url, body, signal, }) {
    return {
        method: 'POST',
        url,
        headers: {
            Authorization: `Basic ${basicPair(account)}`,
            Accept: 'application/json',
            'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(body).toString(),
        signal,
    };
}
const mintingAttempt = { task: 'get an access token for the service account' };
const oauthError = schemas/* object */.Ikc({ error: schemas/* string */.YjP(), error_description: schemas/* string */.YjP().optional() });
function tokenRefusal(answer) {
    const oauth = oauthError.safeParse((0,error_answer/* parseJson */.q)(answer.text)).data;
    const { code, detail, parameters } = (0,error_answer/* readErrorAnswer */.r)(answer);
    return new errors/* AtlasError */.qL(mintingAttempt, {
        status: answer.status,
        code: oauth?.error ?? (answer.status === 401 ? 'invalid_client' : code),
        detail: detail ?? oauth?.error_description,
        parameters,
    });
}

;// CONCATENATED MODULE: ./build/src/atlas/client.js








const ONE_MORE_TRY = 2_000;
function createAtlasClient(options) {
    const { baseUrl, clock, deadline, log, random, signal } = options;
    const time = createAtlasTime(clock);
    const bare = createTransport(options);
    const transport = async (request) => {
        const answer = await bare(request);
        time.observe(answer.headers);
        return answer;
    };
    const send = retrying(authenticated(transport, options), options);
    let hasSucceeded = false;
    let lastWaitAt;
    const countingClock = {
        ...clock,
        async sleep(milliseconds, until) {
            await clock.sleep(milliseconds, until);
            lastWaitAt = clock.now();
        },
    };
    return {
        baseUrl,
        clock: countingClock,
        lastWaitAt: () => lastWaitAt,
        deadline,
        log,
        random,
        signal,
        time,
        async call(operation, { path, query = {}, body, onSend, repeat }) {
            const { root = '/api/atlas/v2', version } = operation;
            const url = new URL(`${baseUrl}${root}${(0,atlas_operation/* fill */.G)(operation.path, path, inPath)}`);
            for (const [name, value] of Object.entries(query))
                url.searchParams.set(name, value);
            const mediaType = version === undefined ? 'application/json' : `application/vnd.atlas.${version}+json`;
            const attempt = { task: (0,atlas_operation/* fill */.G)(operation.task, path, String), role: operation.role };
            const request = {
                method: operation.method,
                url: url.href,
                headers: { Accept: mediaType, ...(body !== undefined && { 'Content-Type': mediaType }) },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(onSend && { onSend }),
                ...(repeat && { repeat }),
                signal,
            };
            let answer = await told(attempt, () => send(request));
            if (operation.method === 'GET' && hasSucceeded && (0,rights/* isMissingRights */.k)(answer)) {
                await clock.sleep(ONE_MORE_TRY, signal);
                answer = await told(attempt, () => send(request));
            }
            const result = read(answer, { operation, attempt });
            hasSucceeded = true;
            return result;
        },
    };
}
function inPath(value) {
    if (/^\.{0,2}$/.test(value))
        throw new Error(`${JSON.stringify(value)} is not a name that Atlas could be asked about.`);
    return encodeURIComponent(value.toWellFormed());
}
function authenticated(transport, options) {
    const { baseUrl, credentials, clock, onToken } = options;
    switch (credentials.kind) {
        case 'service-account':
            return signingWithToken(transport, { account: credentials, baseUrl, clock, onToken });
        case 'api-key':
            return onFirstRequest(async () => {
                const { signingWithDigest } = await Promise.all(/* import() */[__webpack_require__.e(78), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 3517));
                return signingWithDigest(transport, { key: credentials, challengeUrl: `${baseUrl}/api/atlas/v2` });
            });
        default:
            throw new Error(`No such credentials: ${String(credentials)}`);
    }
}
function onFirstRequest(load) {
    let loaded;
    return async (request) => {
        loaded ??= load();
        const send = await loaded;
        return await send(request);
    };
}
async function told(attempt, work) {
    try {
        return await work();
    }
    catch (error) {
        throw error instanceof errors/* NetworkError */.Dr ? error.during(attempt) : error;
    }
}
function read(answer, { operation, attempt }) {
    const { status, text } = answer;
    if (status < 200 || status >= 300)
        throw new errors/* AtlasError */.qL(attempt, (0,error_answer/* readErrorAnswer */.r)(answer));
    const parsed = operation.answer.safeParse(text === '' ? undefined : (0,error_answer/* parseJson */.q)(text));
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const problem = issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown form';
    throw new errors/* UnreadableAnswer */.ym(attempt, { status, problem });
}

;// CONCATENATED MODULE: ./build/src/atlas/deadline.js

function deadlineIn(limit, clock, { startedAt = clock.now() } = {}) {
    const within = `within the ${inWords(limit)} that the step was given (timeout-minutes)`;
    return { at: startedAt + limit, passed: (what = 'The step') => notDone(what, within) };
}
function postDeadlineIn(limit, clock) {
    const within = `within ${inWords(limit)}, the fixed limit of a post step`;
    return { at: clock.now() + limit, passed: (what = 'The post step') => notDone(what, within) };
}
function notDone(what, within) {
    return new errors/* TimedOut */.GA(`${what} did not finish ${within}.`);
}
function inWords(milliseconds) {
    const minutes = Math.round(milliseconds / 60_000);
    if (minutes < 1)
        return `${Math.round(milliseconds / 1_000)} s`;
    return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

// EXTERNAL MODULE: ./build/src/atlas/projects.js
var projects = __webpack_require__(9687);
;// CONCATENATED MODULE: ./build/actions/atlas-session.js






const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
const state = {
    baseUrl: 'base-url',
    clientId: 'client-id',
    clientSecret: 'client-secret',
    publicKey: 'public-key',
    privateKey: 'private-key',
    token: 'access-token',
};
async function openAtlas(inputs, context, options = {}) {
    const client = openClient(inputs, context, options);
    return { client, groupId: inputs['project-id'] ?? (await projectNamed(client, inputs['project-name'])) };
}
function openClient(inputs, context, { postCallsAtlas = false } = {}) {
    const baseUrl = inputs['base-url'] ?? DEFAULT_BASE_URL;
    const credentials = credentialsFrom(inputs);
    if (credentials.kind === 'service-account') {
        context.mask(basicPair(credentials));
        context.saveState(state.baseUrl, baseUrl);
        context.saveState(state.clientId, credentials.clientId);
        context.saveState(state.clientSecret, credentials.clientSecret);
    }
    if (credentials.kind === 'api-key' && postCallsAtlas) {
        context.saveState(state.baseUrl, baseUrl);
        context.saveState(state.publicKey, credentials.publicKey);
        context.saveState(state.privateKey, credentials.privateKey);
    }
    return createAtlasClient({
        baseUrl,
        credentials,
        fetch: context.fetch,
        clock: context.clock,
        random: context.random,
        signal: context.signal,
        deadline: deadlineIn(inputs['timeout-minutes'], context.clock, context),
        log: context.log.info,
        onToken: (token) => {
            context.mask(token);
            context.saveState(state.token, token);
        },
    });
}
function reopenClient(context, { within, onToken }) {
    const { state: kept, ...world } = context;
    const [clientId, clientSecret] = [kept(state.clientId), kept(state.clientSecret)];
    const [publicKey, privateKey] = [kept(state.publicKey), kept(state.privateKey)];
    for (const secret of [clientSecret, privateKey])
        context.mask(secret);
    const credentials = clientId
        ? { kind: 'service-account', clientId, clientSecret }
        : { kind: 'api-key', publicKey, privateKey };
    if (credentials.kind === 'service-account')
        context.mask(basicPair(credentials));
    else if (publicKey === '')
        return undefined;
    return createAtlasClient({
        ...world,
        baseUrl: kept(state.baseUrl),
        credentials,
        deadline: postDeadlineIn(within, context.clock),
        log: context.log.info,
        onToken: (token) => {
            context.mask(token);
            onToken(token);
        },
    });
}
async function closeAtlas(context, token = context.state(state.token)) {
    const { state: kept } = context;
    if (token === '')
        return;
    const account = { clientId: kept(state.clientId), clientSecret: kept(state.clientSecret) };
    for (const secret of [token, account.clientSecret, basicPair(account)])
        context.mask(secret);
    const request = { account, baseUrl: kept(state.baseUrl), token, signal: context.signal };
    try {
        const revoked = await revokeToken(createTransport({ ...context, deadline: postDeadlineIn(REVOKE_WITHIN, context.clock) }), request);
        if (revoked)
            context.log.debug('The access token has been revoked.');
        else
            context.log.info(STAYS);
    }
    catch (error) {
        context.log.info(`${STAYS} ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
const REVOKE_WITHIN = 10_000;
const STAYS = 'The access token could not be revoked; it ends by itself within the hour.';
function credentialsFrom(inputs) {
    const { 'client-id': clientId, 'client-secret': clientSecret } = inputs;
    const { 'public-key': publicKey, 'private-key': privateKey } = inputs;
    if (clientId !== undefined && clientSecret !== undefined)
        return { kind: 'service-account', clientId, clientSecret };
    if (publicKey !== undefined && privateKey !== undefined)
        return { kind: 'api-key', publicKey, privateKey };
    throw new Error('The inputs were accepted without credentials.');
}
async function projectNamed(client, name) {
    if (name === undefined)
        throw new Error('The inputs were accepted without a project.');
    const project = await (0,projects/* getProjectByName */.QM)(client, name);
    return project.id;
}


/***/ }),

/***/ 4622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson),
/* harmony export */   r: () => (/* binding */ readErrorAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9691);

const errorBody = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    errorCode: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish().catch(undefined),
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish().catch(undefined),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish().catch(undefined),
});
function readErrorAnswer({ status, headers, text }) {
    const body = errorBody.safeParse(parseJson(text)).data;
    return {
        status,
        code: body?.errorCode || headers.get('X-Error-Code') || undefined,
        detail: body?.detail || undefined,
        parameters: body?.parameters ?? [],
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ updateProjectTags),
/* harmony export */   QM: () => (/* binding */ getProjectByName),
/* harmony export */   U1: () => (/* binding */ getProject),
/* harmony export */   aw: () => (/* binding */ listAllOrganizations),
/* harmony export */   gA: () => (/* binding */ createProject),
/* harmony export */   hF: () => (/* binding */ listProjects),
/* harmony export */   xx: () => (/* binding */ deleteProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _optional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(949);
/* harmony import */ var _pagination_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4941);




const project = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tags: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .tagRecord */ .C3,
    clusterCount: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalNumber */ .WI.transform((count) => count ?? 0),
    orgId: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
    created: _optional_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR,
});
const get = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/{groupId}',
    version: '2023-01-01',
    task: 'read the project {groupId}',
    role: 'Project Read Only',
    answer: project,
});
const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'POST',
    path: '/groups',
    version: '2023-01-01',
    task: 'create a project',
    role: 'Organization Project Creator',
    answer: project,
});
const update = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'PATCH',
    path: '/groups/{groupId}',
    version: '2023-01-01',
    task: 'update the project {groupId}',
    role: 'Project Owner',
    answer: project,
});
const remove = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'DELETE',
    path: '/groups/{groupId}',
    version: '2023-01-01',
    task: 'delete the project {groupId}',
    role: 'Project Owner',
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
});
const listOrganizations = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/orgs',
    version: '2023-01-01',
    task: 'list the organizations',
    role: 'Organization Member',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
});
const getByName = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups/byName/{groupName}',
    version: '2023-01-01',
    task: 'find the project "{groupName}"',
    role: 'Project Read Only',
    answer: project,
});
const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .M)({
    method: 'GET',
    path: '/groups',
    version: '2023-01-01',
    task: 'list the projects',
    role: 'Project Read Only',
    answer: (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(project),
});
function getProject(client, groupId) {
    return client.call(get, { path: { groupId } });
}
function createProject(client, request) {
    return client.call(create, { path: {}, body: { ...request, tags: (0,_optional_js__WEBPACK_IMPORTED_MODULE_0__/* .tagList */ .Tw)(request.tags) } });
}
function updateProjectTags(client, groupId, tags) {
    return client.call(update, { path: { groupId }, body: { tags: (0,_optional_js__WEBPACK_IMPORTED_MODULE_0__/* .tagList */ .Tw)(tags) } });
}
async function deleteProject(client, groupId) {
    await client.call(remove, { path: { groupId } });
}
function listAllOrganizations(client) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listAll */ ._w)(client, listOrganizations, { path: {} });
}
function getProjectByName(client, groupName) {
    return client.call(getByName, { path: { groupName } });
}
function listProjects(client) {
    return (0,_pagination_js__WEBPACK_IMPORTED_MODULE_3__/* .listAll */ ._w)(client, list, { path: {} });
}


/***/ }),

/***/ 3764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
function retryAfter(headers) {
    const value = headers.get('Retry-After')?.trim();
    return value !== undefined && /^\d+$/.test(value) ? Number(value) * 1_000 : undefined;
}


/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ isMissingRights),
/* harmony export */   o: () => (/* binding */ lacksRights)
/* harmony export */ });
/* harmony import */ var _error_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4622);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);


function isMissingRights(answer) {
    const { code } = (0,_error_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readErrorAnswer */ .r)(answer);
    return answer.status === 401 && code !== undefined && code !== 'UNEXPECTED_ERROR';
}
const aboutTheCredential = new Set([
    'IP_ADDRESS_NOT_ON_ACCESS_LIST',
    'ORG_REQUIRES_ACCESS_LIST',
    'ORG_REQUIRES_WHITELIST',
]);
function lacksRights(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL))
        return false;
    const { status, code } = error;
    if (status === 401)
        return code === 'USER_UNAUTHORIZED';
    return status === 403 && !aboutTheCredential.has(code ?? '');
}


/***/ }),

/***/ 7034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ sendBeforeCall),
/* harmony export */   S: () => (/* binding */ signInFailed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3764);


async function sendBeforeCall(send, request) {
    try {
        const answer = await send(request);
        const passes = answer.status >= 500 || answer.status === 408 || answer.status === 429;
        if (passes)
            throw signInFailed(request, answer);
        return answer;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr) || error.kind !== 'broken')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr(error.message, { kind: 'refused', cause: error });
    }
}
function signInFailed({ url }, { status, headers }, problem = '') {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr(`${new URL(url).host} answered ${status} to the sign-in${problem}`, {
        kind: 'refused',
        cause: undefined,
        retryAfter: (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P)(headers),
    });
}


/***/ }),

/***/ 1176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ singleFlight)
/* harmony export */ });
function singleFlight(work) {
    let running;
    return (input) => {
        running ??= work(input).finally(() => {
            running = undefined;
        });
        return running;
    };
}


/***/ })

};
