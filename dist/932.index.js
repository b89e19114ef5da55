export const id = 932;
export const ids = [932];
export const modules = {

/***/ 7932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidyUpBackups: () => (/* binding */ tidyUpBackups)
/* harmony export */ });
/* harmony import */ var _atlas_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7177);

function tidyUpBackups(context) {
    return (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_0__/* .closeAtlas */ .iP)(context);
}


/***/ })

};
