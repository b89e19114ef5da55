export const id = 21;
export const ids = [21];
export const modules = {

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   fetch: () => (/* binding */ fetch)
/* harmony export */ });
/**
 * Stands in for undici where @actions/github and @actions/http-client import it. Node has undici built in: a second one would cost
 * every download 200 kB and every step that loads it 30 ms, and nothing of it would be used. (@actions/http-client, and with it
 * core.getIDToken, sends its own requests with node:http, through proxies with `tunnel`.)
 */

/**
 * Node's own. It knows the proxies already: the door has told it about them for the whole process (src/runner/door.ts). A
 * dispatcher, which would be made for another undici's fetch, is left out.
 */
function fetch(address, { dispatcher: _, ...options } = {}) {
  return globalThis.fetch(address, options);
}

/** What @actions/http-client makes of a proxy variable, for the fetch above. */
class ProxyAgent {}


/***/ })

};
