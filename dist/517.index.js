export const id = 517;
export const ids = [517];
export const modules = {

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signingWithDigest: () => (/* binding */ signingWithDigest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/digest-fetch/digest-fetch-src.js
var digest_fetch_src = __webpack_require__(1078);
;// CONCATENATED MODULE: ./build/src/atlas/challenge.js
const algorithms = ['SHA-512-256', 'SHA-512-256-sess', 'SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'];
function parseDigestChallenge(header) {
    return splitChallenges(header ?? '')
        .filter(({ scheme, parameters }) => scheme.toLowerCase() === 'digest' && parameters.has('nonce'))
        .flatMap(({ parameters }) => toChallenge(parameters) ?? [])
        .sort((one, other) => algorithms.indexOf(one.algorithm) - algorithms.indexOf(other.algorithm))
        .at(0);
}
function toChallenge(parameters) {
    const offered = parameters
        .get('qop')
        ?.split(',')
        .map((qop) => qop.trim());
    const named = parameters.get('algorithm') ?? 'MD5';
    const algorithm = algorithms.find((known) => known.toLowerCase() === named.toLowerCase());
    if (algorithm === undefined || (offered && !offered.includes('auth')))
        return undefined;
    return {
        realm: parameters.get('realm') ?? '',
        nonce: parameters.get('nonce') ?? '',
        opaque: parameters.get('opaque'),
        qop: offered ? 'auth' : undefined,
        algorithm,
        stale: parameters.get('stale')?.toLowerCase() === 'true',
    };
}
const TOKEN = /([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]*))|([\w!#$%&'*+.^`|~-]+)/g;
function splitChallenges(header) {
    const challenges = [];
    for (const [, name, quoted, bare, scheme] of header.matchAll(TOKEN)) {
        if (scheme !== undefined)
            challenges.push({ scheme, parameters: new Map() });
        else if (name !== undefined) {
            const value = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
            challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return challenges;
}

// EXTERNAL MODULE: ./build/src/atlas/errors.js + 1 modules
var errors = __webpack_require__(741);
// EXTERNAL MODULE: ./build/src/atlas/rights.js
var rights = __webpack_require__(738);
// EXTERNAL MODULE: ./build/src/atlas/sign-in.js
var sign_in = __webpack_require__(7034);
// EXTERNAL MODULE: ./build/src/atlas/single-flight.js
var single_flight = __webpack_require__(1176);
;// CONCATENATED MODULE: ./build/src/atlas/digest.js







const ATTEMPTS = 3;
function signingWithDigest(send, { key, challengeUrl }) {
    let session;
    const open = (0,single_flight/* singleFlight */.F)(async (request) => {
        session = await askForChallenge(send, { url: challengeUrl, request });
        return session;
    });
    return async (request) => {
        for (let attempt = 1;; attempt++) {
            const used = session ?? (await open(request));
            used.count += 1;
            const wasNew = used.count === 1;
            const answer = await send({
                ...request,
                headers: { ...request.headers, Authorization: sign(request, key, used) },
            });
            if (answer.status !== 401 || (0,rights/* isMissingRights */.k)(answer) || attempt === ATTEMPTS)
                return answer;
            const challenge = parseDigestChallenge(answer.headers.get('WWW-Authenticate'));
            const usedByThisCallOnly = wasNew && used.count === 1;
            if (!challenge || (usedByThisCallOnly && !challenge.stale))
                return answer;
            if (session === used)
                session = newSession(challenge);
        }
    };
}
async function askForChallenge(send, { url, request }) {
    const headers = { Accept: request.headers.Accept ?? '*/*' };
    const answer = await (0,sign_in/* sendBeforeCall */.C)(send, { method: 'GET', url, headers, signal: request.signal });
    const challenge = parseDigestChallenge(answer.headers.get('WWW-Authenticate'));
    if (answer.status === 401 && challenge)
        return newSession(challenge);
    throw new errors/* NetworkError */.Dr(`${new URL(url).host} answered ${answer.status} and no Digest challenge, as Atlas would; check base-url, or the proxy in between`, { kind: 'final', cause: undefined });
}
function newSession(challenge) {
    return { challenge, clientNonce: (0,external_node_crypto_.randomBytes)(16).toString('hex'), count: 0 };
}
function sign({ method, url }, { publicKey, privateKey }, { challenge, clientNonce, count }) {
    const signer = new digest_fetch_src/* DigestClient */.G(publicKey, privateKey, { algorithm: challenge.algorithm });
    signer.hasAuth = true;
    Object.assign(signer.digest, {
        scheme: 'Digest',
        ...challenge,
        opaque: challenge.opaque ?? null,
        qop: challenge.qop ?? null,
        cnonce: clientNonce,
        nc: count.toString(16),
    });
    const options = { method, headers: {} };
    signer.addAuth(url, options);
    return options.headers.Authorization ?? '';
}


/***/ })

};
