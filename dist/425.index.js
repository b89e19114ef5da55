export const id = 425;
export const ids = [425];
export const modules = {

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clusterProblems: () => (/* binding */ clusterProblems),
/* harmony export */   environmentOf: () => (/* binding */ environmentOf),
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
function environmentOf(job, { named, namesCluster }) {
    const { repository, pullRequest } = job;
    if (named !== undefined)
        return { repository, name: named };
    return pullRequest === undefined || namesCluster ? undefined : { repository, name: `pr-${pullRequest}` };
}
function clusterProblems(given, job, question) {
    if (!('environment' in given && 'cluster-name' in given))
        return [];
    const { environment: named, 'cluster-name': clusterName } = given;
    const environment = environmentOf(job, { named, namesCluster: clusterName !== undefined });
    return environment || clusterName !== undefined ? [] : [`environment or cluster-name is required: ${question}`];
}
function pullRequestOf(environment) {
    const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
    return number === undefined ? undefined : Number(number);
}


/***/ })

};
