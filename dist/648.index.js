export const id = 648;
export const ids = [648];
export const modules = {

/***/ 5648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidyUpProvision: () => (/* binding */ tidyUpProvision)
/* harmony export */ });
/* harmony import */ var _atlas_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7177);

/** Gives the access token back. What was provisioned stays, until it expires or is torn down. */
function tidyUpProvision(context) {
    return (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_0__/* .closeAtlas */ .iP)(context);
}


/***/ })

};
