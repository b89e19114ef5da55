export const id = 648;
export const ids = [648];
export const modules = {

/***/ 5178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ closingChore)
/* harmony export */ });
/* harmony import */ var _src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2678);
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6400);
/* harmony import */ var _kept_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7795);
/* harmony import */ var _lease_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3198);





function closingChore(context) {
    const access = (0,_kept_access_js__WEBPACK_IMPORTED_MODULE_2__/* .keptAccess */ .pz)(context);
    return access && ((client) => closeAddress(client, access, context));
}
async function closeAddress(client, access, { log }) {
    const { address, expires } = access;
    try {
        const decide = (entry) => (0,_lease_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planClosing */ .B4)(entry, access, (0,_lease_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .leaseTime */ .Yf)(client));
        log.info(sayClosing(access, await (0,_src_atlas_access_list_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .changeEntry */ .df)(client, access, decide)));
    }
    catch (error) {
        if (error instanceof _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AtlasError */ .qL && error.code === 'GROUP_NOT_FOUND') {
            log.info(`Project ${access.groupId} is gone, and with it the entry for ${address}.`);
            return;
        }
        const reason = (0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
        throw new Error(`${address} may still be open; Atlas closes it at ${expires}. ${reason}`, { cause: error });
    }
}
function sayClosing({ address, expires }, { reason, others, expiresAt }) {
    const end = expiresAt === undefined ? 'stays for good' : `ends at ${(0,_src_atlas_iso_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(expiresAt)} at the latest`;
    switch (reason) {
        case 'last':
            return `${address} has been closed.`;
        case 'gone':
            return `${address} is not open any more. Should Atlas only not show it, it ends at ${expires}.`;
        case 'others':
            return `${address} stays open for ${others === 1 ? 'another job' : `${others} other jobs`}, and ${end}.`;
        case 'not mine':
            return `${address} is open for other jobs, not for this one, and ${end}.`;
        case 'full':
            return `${address} is shared by more jobs than its entry can name, so nobody closes it: it ${end}.`;
        case 'foreign':
            return `${address} is open by an entry that is not of this job, and ${end}.`;
        default:
            throw new Error(`No such closing: ${String(reason)}`);
    }
}


/***/ }),

/***/ 7795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sl: () => (/* binding */ keepAccess),
/* harmony export */   g: () => (/* binding */ leaveAccess),
/* harmony export */   pz: () => (/* binding */ keptAccess)
/* harmony export */ });
const state = {
    groupId: 'access-project',
    address: 'access-address',
    leaseId: 'access-lease',
    expires: 'access-expires',
};
function keepAccess({ saveState }, access) {
    saveState(state.groupId, access.groupId);
    saveState(state.leaseId, access.leaseId);
    saveState(state.expires, access.expires);
    saveState(state.address, access.address);
}
function leaveAccess({ saveState }) {
    saveState(state.address, '');
}
function keptAccess({ state: kept }) {
    const address = kept(state.address);
    if (address === '')
        return undefined;
    return { address, groupId: kept(state.groupId), leaseId: kept(state.leaseId), expires: kept(state.expires) };
}


/***/ }),

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ planClosing),
/* harmony export */   Yf: () => (/* binding */ leaseTime),
/* harmony export */   sO: () => (/* binding */ planOpening)
/* harmony export */ });
/* harmony import */ var _src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4209);
/* harmony import */ var _src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5839);


const DAY = 24 * 3_600_000;
function leaseTime({ clock, time }) {
    return time.now() ?? clock.now() - DAY;
}
const WORTHWHILE = 5 * 60_000;
const ENDS_ANYWAY = 60_000;
function planOpening(entries, wish, now) {
    const standing = entries.find(({ address }) => address === wish.address);
    if (!standing)
        return write('open', wish, { leases: joinWish(nobody(wish), wish), expiresAt: wish.expiresAt });
    const leases = leasesOf(standing, now);
    if (!leases)
        return { kind: 'foreign', expiresAt: standing.expiresAt };
    const isMine = leases.held.some(({ id }) => id === wish.leaseId);
    const livesLongEnough = (standing.expiresAt ?? 0) >= wish.expiresAt - WORTHWHILE;
    if (livesLongEnough && (leases.isFull || isMine)) {
        return { kind: leases.isFull ? 'full' : 'held', expiresAt: standing.expiresAt };
    }
    const expiresAt = Math.max(standing.expiresAt ?? 0, wish.expiresAt);
    const joined = joinWish(leases, wish);
    return write(joined.isFull ? 'full' : isMine ? 'renew' : 'join', wish, { leases: joined, expiresAt });
}
function planClosing(standing, { leaseId }, now) {
    const stays = { kind: 'stays', others: 0, expiresAt: standing?.expiresAt };
    if (!standing)
        return { ...stays, reason: 'gone' };
    const leases = leasesOf(standing, now);
    if (!leases)
        return { ...stays, reason: 'foreign' };
    if (leases.isFull)
        return { ...stays, reason: 'full' };
    const rest = (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaveLeases */ .b_)(leases, leaseId);
    const others = rest.held.length;
    if (others === 0)
        return { ...stays, kind: 'goes', reason: 'last' };
    if (others === leases.held.length)
        return { ...stays, others, reason: 'not mine' };
    if ((standing.expiresAt ?? 0) < now + ENDS_ANYWAY)
        return { ...stays, others, reason: 'others' };
    const entry = { ...standing, comment: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .writeLeases */ .bW)(rest) };
    return { ...stays, kind: 'changes', entry, others, reason: 'others' };
}
function leasesOf(entry, now) {
    return (0,_src_spec_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .isLeased */ .PA)(entry, now) ? (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .readLeases */ .Mw)(entry.comment, now) : undefined;
}
function nobody({ owner }) {
    return { owner, held: [], isFull: false };
}
function joinWish(leases, wish) {
    const owner = wish.owner.startsWith(leases.owner) ? wish.owner : leases.owner;
    return (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLeases */ .wC)({ ...leases, owner }, (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseUntil */ .PS)(wish.leaseId, wish.expiresAt));
}
function write(kind, { address }, { leases, expiresAt }) {
    return { kind, expiresAt, entry: { address, comment: (0,_src_environment_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .writeLeases */ .bW)(leases), expiresAt } };
}


/***/ }),

/***/ 5648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tidyUpProvision: () => (/* binding */ tidyUpProvision)
/* harmony export */ });
/* harmony import */ var _network_access_close_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5178);
/* harmony import */ var _tidy_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


function tidyUpProvision(context) {
    return (0,_tidy_up_js__WEBPACK_IMPORTED_MODULE_1__/* .tidyUp */ .g)(context, [(0,_network_access_close_js__WEBPACK_IMPORTED_MODULE_0__/* .closingChore */ .B)(context)]);
}


/***/ }),

/***/ 8522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ tidyUp)
/* harmony export */ });
/* harmony import */ var _src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _atlas_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7177);


const DONE_WITHIN = 60_000;
async function tidyUp(context, chores = []) {
    const tokens = [];
    try {
        const due = chores.filter((chore) => chore !== undefined);
        await doAll(due, () => (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_1__/* .reopenClient */ .Jd)(context, { within: DONE_WITHIN, onToken: (token) => tokens.push(token) }));
    }
    finally {
        await (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_1__/* .closeAtlas */ .iP)(context);
        for (const token of tokens)
            await (0,_atlas_session_js__WEBPACK_IMPORTED_MODULE_1__/* .closeAtlas */ .iP)(context, token);
    }
}
async function doAll(due, reopen) {
    const client = due.length === 0 ? undefined : reopen();
    if (!client)
        return;
    const failures = [];
    for (const chore of due) {
        try {
            await chore(client);
        }
        catch (error) {
            failures.push((0,_src_atlas_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        }
    }
    if (failures.length > 0)
        throw new Error(failures.join('\n'));
}


/***/ })

};
