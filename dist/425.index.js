export const id = 425;
export const ids = [425];
export const modules = {

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closedPullRequest: () => (/* binding */ closedPullRequest),
/* harmony export */   clusterProblems: () => (/* binding */ clusterProblems),
/* harmony export */   environmentNamed: () => (/* binding */ environmentNamed),
/* harmony export */   environmentOf: () => (/* binding */ environmentOf),
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var _src_environment_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9075);

function environmentNamed(job, name) {
    if (job.repository === '') {
        throw new Error(`Environment ${name} needs a repository to belong to, and GITHUB_REPOSITORY is not set. Run the step in a workflow, or name a cluster instead of an environment.`);
    }
    return { ...(0,_src_environment_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(job), name };
}
function environmentOf(job, { named, namesCluster }) {
    const { pullRequest } = job;
    if (named !== undefined) {
        assertMeant(named, job);
        return environmentNamed(job, named);
    }
    return pullRequest === undefined || namesCluster ? undefined : environmentNamed(job, `pr-${pullRequest}`);
}
function closedPullRequest({ pullRequest, isPullRequestClosed, eventName }, { named, environment }) {
    if (named !== undefined || environment === undefined || !isPullRequestClosed)
        return undefined;
    return `Nothing was done: pull request ${pullRequest} is closed (event ${eventName}). To provision all the same, name the environment: ${environment.name}.`;
}
function clusterProblems(given, job, question) {
    if (!('environment' in given && 'cluster-name' in given))
        return [];
    const { environment: named, 'cluster-name': clusterName } = given;
    const environment = environmentOf(job, { named, namesCluster: clusterName !== undefined });
    return environment || clusterName !== undefined
        ? []
        : [`environment or cluster-name is required: ${question} ${job.withoutPullRequest}`];
}
function pullRequestOf(environment) {
    const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
    return number === undefined ? undefined : Number(number);
}
const leftovers = [
    /^[^\p{L}\p{N}]*$/u,
    /[-_/#:@\s]$/,
    /^[-/]/,
    /^(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
    /^(?:pr|pull|pulls|pull[-_]?request|mr|preview|review|env|environment)[-_/#: ]*(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
];
function assertMeant(name, { pullRequest, withoutPullRequest }) {
    if (!leftovers.some((leftover) => leftover.test(name)))
        return;
    const why = pullRequest === undefined ? withoutPullRequest : `This run is for pull request ${pullRequest}.`;
    const instead = pullRequest === undefined
        ? 'Name the environment in full, such as pr-12.'
        : `Leave environment out: it is pr-${pullRequest} then.`;
    throw new Error(`environment: ${JSON.stringify(name)} is what an expression without a value leaves, such as pr-\${{ github.event.number }}, and every such run would share it. ${why} ${instead}`);
}


/***/ }),

/***/ 9075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   Df: () => (/* binding */ isOnSameServer),
/* harmony export */   Kq: () => (/* binding */ repositoryKey),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   aV: () => (/* binding */ hasSameName),
/* harmony export */   e9: () => (/* binding */ shownRepository),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
function repositoryOf({ repository, repositoryId }) {
    return { repository, repositoryId };
}
function isSameRepository(one, other) {
    if (one.repositoryId !== undefined && other.repositoryId !== undefined)
        return one.repositoryId === other.repositoryId;
    return hasSameName(one, other);
}
function hasSameName({ repository: one }, { repository: other }) {
    return one !== '' && repositoryTag(one).toLowerCase() === repositoryTag(other).toLowerCase();
}
function isOnSameServer({ repositoryId: one }, { repositoryId: other }) {
    return one === undefined || other === undefined || one.split('@')[1] === other.split('@')[1];
}
function repositoryTag(repository) {
    return (repository
        .replace('/', ';')
        .replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')
        .slice(0, 255) || 'unknown');
}
function repositoryKey({ repository, repositoryId }) {
    return repositoryId ?? repository.toLowerCase();
}
function shownRepository({ repository, repositoryId }) {
    return repositoryId === undefined ? repository : `${repository} (repository id ${repositoryId})`;
}


/***/ })

};
