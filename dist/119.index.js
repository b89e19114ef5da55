export const id = 119;
export const ids = [119];
export const modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ InputProblems),
/* harmony export */   _: () => (/* binding */ problemsIn)
/* harmony export */ });
class InputProblems extends Error {
    name = 'InputProblems';
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
async function problemsIn(read) {
    try {
        await read();
        return [];
    }
    catch (error) {
        if (error instanceof InputProblems)
            return error.problems;
        if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype)
            return [error.message];
        throw error;
    }
}


/***/ }),

/***/ 8119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkDesiredSpec: () => (/* binding */ checkDesiredSpec),
  readDesiredSpec: () => (/* binding */ readDesiredSpec)
});

// EXTERNAL MODULE: ./build/src/environment/repository.js
var repository = __webpack_require__(9075);
// EXTERNAL MODULE: ./build/src/spec/context.js
var spec_context = __webpack_require__(5986);
// EXTERNAL MODULE: ./build/src/spec/interpret.js + 2 modules
var interpret = __webpack_require__(709);
;// CONCATENATED MODULE: ./build/src/spec/flat.js


function desiredFromInputs(inputs, context) {
    const tags = parseTags(inputs.tags ?? []);
    const document = {
        clusters: [clusterDocument(inputs, tags.tags)],
        ...userDocuments(inputs, context),
    };
    const own = [...tags.problems, ...missing(inputs, context)];
    const resolution = (0,interpret/* interpret */.U)(document, context);
    const problems = 'issues' in resolution ? resolution.issues.filter(isNews).map(sayForInputs) : [];
    if ('issues' in resolution || own.length > 0)
        return { problems: [...own, ...problems] };
    return resolution;
}
function clusterDocument(inputs, tags) {
    return defined({
        name: inputs.clusterName,
        tier: inputs.tier,
        provider: inputs.provider,
        region: inputs.region,
        'mongodb-version': inputs.mongodbVersion,
        backup: inputs.backup,
        'point-in-time': inputs.pointInTime,
        'disk-size-gb': inputs.diskSizeGb,
        edition: inputs.edition,
        'max-storage-gb': inputs.maxStorageGb,
        'termination-protection': inputs.terminationProtection,
        tags,
    });
}
function userDocuments({ username, password, roles, database, clusterName }, context) {
    const { environment } = context;
    const name = username ?? (environment && (clusterName ?? (0,spec_context/* derivedName */.P)(context, environment)));
    if (name === undefined)
        return {};
    const usual = [database === undefined ? 'readWriteAnyDatabase' : `readWrite@${database}`];
    const clusters = clusterName === undefined ? undefined : [clusterName];
    return { users: [defined({ username: name, password, roles: roles?.length ? roles : usual, clusters })] };
}
function missing({ clusterName, username, password, roles, tags }, { environment, withoutEnvironment }) {
    const problems = [];
    if (clusterName === undefined && !environment)
        problems.push(['environment or cluster-name is required', withoutEnvironment ?? []].flat().join('. '));
    if (username === undefined && !environment) {
        if (password !== undefined)
            problems.push('password needs username: whose is it?');
        if (roles?.length)
            problems.push('roles needs username: whose are they?');
    }
    const keys = (tags ?? []).map((tag) => tag.split('=', 1)[0]?.trim());
    if (new Set(keys).size < keys.length)
        problems.push('tags has a key twice');
    return problems;
}
function parseTags(items) {
    const problems = [];
    const tags = items.map((item) => {
        const at = item.indexOf('=');
        if (at < 1)
            problems.push(`tags: ${JSON.stringify(item.slice(0, 80))} is not key=value`);
        if (item.slice(0, at).trim() === '__proto__')
            problems.push('tags: "__proto__" is not allowed as a key');
        return at < 1 ? [item, item] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
    });
    return { tags: Object.fromEntries(tags), problems };
}
function isNews({ path }) {
    return !(path.length === 2 && path[0] === 'clusters');
}
const inputNames = { name: 'cluster-name', regions: 'region' };
function sayForInputs({ path, message }) {
    const input = inputOf(path);
    return input === undefined ? `the project ${message}` : `${input} ${message}`;
}
function inputOf([section, , key]) {
    if (section === undefined || section === 'project')
        return undefined;
    if (section !== 'clusters' && section !== 'users')
        return String(section);
    return inputNames[String(key)] ?? String(key);
}
function defined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/src/spec/resolve.js + 3 modules
var resolve = __webpack_require__(685);
// EXTERNAL MODULE: ./build/actions/environment.js
var actions_environment = __webpack_require__(1425);
// EXTERNAL MODULE: ./build/actions/input-problems.js
var input_problems = __webpack_require__(6773);
;// CONCATENATED MODULE: ./build/actions/provision/desired-spec.js





async function readDesiredSpec(inputs, context) {
    const config = inputs.config === undefined ? undefined : await openConfig(inputs.config, context);
    const environment = (0,actions_environment.environmentOf)(context.job, {
        named: inputs.environment,
        namesCluster: inputs['cluster-name'] !== undefined || config?.namesCluster === true,
    });
    let standingNames = new Map();
    const desiredAt = (times) => {
        const specContext = { ...specContextOf(inputs, { environment, context }), standingNames, ...times };
        const result = config ? config.parse(specContext) : desiredFromInputs(flatInputsOf(inputs), specContext);
        if ('problems' in result && result.problems)
            throw new input_problems/* InputProblems */.N(result.problems);
        if (!('desired' in result) || !result.desired)
            throw new Error('The spec was read without a result.');
        return result.desired;
    };
    let desired = desiredAt({ now: context.clock.now() });
    return {
        environment,
        desiredAt,
        desired: () => desired,
        useNames(names) {
            standingNames = new Map([...standingNames, ...names]);
            desired = desiredAt({ now: context.clock.now() });
        },
    };
}
async function checkDesiredSpec(given, context) {
    const problems = await (0,input_problems/* problemsIn */._)(() => readDesiredSpec({ ...standIns, ...given }, context));
    const isProjectKnown = 'project-id' in given && 'project-name' in given;
    return isProjectKnown ? problems : problems.filter((problem) => !problem.includes(resolve/* NO_PROJECT */.m));
}
const standIns = { environment: 'stand-in', 'cluster-name': 'stand-in', username: 'stand-in' };
async function openConfig(value, context) {
    const { readConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(109)]).then(__webpack_require__.bind(__webpack_require__, 8109));
    return readConfig(value, context);
}
function specContextOf(inputs, { environment, context }) {
    const id = inputs['project-id'];
    const name = inputs['project-name'];
    const lifetime = inputs['expires-in-hours'];
    return {
        environment,
        withoutEnvironment: context.job.withoutPullRequest,
        defaults: {
            ...(0,repository/* repositoryOf */._M)(context.job),
            runId: context.job.runId,
            project: id !== undefined ? { id } : name !== undefined ? { name } : undefined,
            organization: inputs.organization,
            expiresInHours: lifetime === undefined ? undefined : lifetime / 3_600_000,
        },
    };
}
function flatInputsOf(inputs) {
    return {
        clusterName: inputs['cluster-name'],
        tier: inputs.tier,
        provider: inputs.provider,
        region: inputs.region,
        mongodbVersion: inputs['mongodb-version'],
        backup: inputs.backup,
        pointInTime: inputs['point-in-time'],
        diskSizeGb: inputs['disk-size-gb'],
        edition: inputs.edition,
        maxStorageGb: inputs['max-storage-gb'],
        tags: inputs.tags,
        terminationProtection: inputs['termination-protection'],
        username: inputs.username,
        password: inputs.password,
        roles: inputs.roles,
        database: inputs.database,
    };
}


/***/ }),

/***/ 5113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ NVME_CLOUDS),
/* harmony export */   Of: () => (/* binding */ ruleBreaches),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);
/* harmony import */ var _edition_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2845);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9592);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6795);
/* harmony import */ var _tiers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4164);





const tenants = ['free', 'flex'];
const rules = [
    { key: 'backup', kinds: ['free'], breaks: ({ backup }) => backup === true, because: 'has no backups' },
    { key: 'backup', kinds: ['flex'], breaks: ({ backup }) => backup === false, because: 'always has daily backups' },
    {
        key: 'point-in-time',
        kinds: tenants,
        breaks: ({ pointInTime }) => pointInTime === true,
        because: 'has no continuous backup',
    },
    {
        key: 'disk-size-gb',
        kinds: tenants,
        breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
        because: 'has a disk of fixed size',
    },
    {
        key: 'mongodb-version',
        kinds: tenants,
        breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
        because: 'runs the version that Atlas chooses',
    },
    { key: 'shards', kinds: tenants, breaks: ({ shards = 1 }) => shards > 1, because: 'cannot be sharded' },
    { key: 'regions', kinds: tenants, breaks: ({ regions }) => regions.length > 1, because: 'lives in one region' },
    {
        key: 'auto-scaling',
        kinds: tenants,
        breaks: ({ autoScaling }) => autoScaling !== undefined,
        because: 'does not scale',
    },
    {
        key: 'termination-protection',
        kinds: ['free'],
        breaks: ({ terminationProtection }) => terminationProtection === true,
        because: 'cannot be protected',
    },
    {
        key: 'edition',
        kinds: tenants,
        breaks: ({ edition }) => edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ,
        because: 'has no editions',
    },
    {
        key: 'atlas',
        kinds: ['flex'],
        breaks: ({ atlas }) => Object.keys(atlas).length > 0,
        because: 'has no further settings',
    },
];
function ruleBreaches(cluster, tier) {
    const kind = (0,_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .tierKind */ .r)(tier);
    const disk = (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isNvme */ .Jd)(tier) && cluster.diskSizeGb !== undefined && (cluster.tier ?? tier) === tier;
    return [
        ...rules
            .filter(({ kinds, breaks }) => kinds.includes(kind) && breaks(cluster))
            .map(({ key, because }) => ({ key, message: `does not go with ${tier}: ${_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .kindNames */ .$[kind]} ${because}` })),
        ...(disk ? [{ key: 'disk-size-gb', message: `does not go with ${tier}: NVMe disks have a fixed size` }] : []),
    ];
}
function contradictions(cluster) {
    const checks = [backupBreaches, regionBreaches, nvmeBreaches, scalingBreaches, ownEdition];
    return checks.flatMap((check) => check(cluster));
}
function backupBreaches({ backup, pointInTime }) {
    if (backup !== false || pointInTime !== true)
        return [];
    return [{ key: 'backup', message: 'is false, but point-in-time needs backups' }];
}
function regionBreaches({ regions, edition }) {
    const found = [];
    const places = regions.map(({ provider, region }) => `${provider} ${region}`);
    if (new Set(places).size < places.length)
        found.push({ key: 'regions', message: 'names a region twice' });
    const nodes = (0,_regions_js__WEBPACK_IMPORTED_MODULE_2__/* .electableNodes */ .te)(regions).reduce((sum, count) => sum + count, 0);
    const isAllowed = _regions_js__WEBPACK_IMPORTED_MODULE_2__/* .electableTotals */ .hH.some((total) => total === nodes);
    if (regions.length > 0 && edition !== _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ && !isAllowed) {
        const message = `has ${nodes} nodes together; Atlas takes 3, 5 or 7 (and 2 with edition: infinite)`;
        found.push({ key: 'regions', message });
    }
    return found;
}
const NVME_CLOUDS = 'exists on AWS and Azure only';
function nvmeBreaches({ tier, regions }) {
    const isOnGoogle = regions.some(({ provider }) => provider === 'GCP');
    if (tier === undefined || !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isNvme */ .Jd)(tier) || !isOnGoogle)
        return [];
    return [{ key: 'tier', message: `is ${tier}, but NVMe ${NVME_CLOUDS}` }];
}
function scalingBreaches({ autoScaling, tier }) {
    const compute = autoScaling?.compute;
    if (!compute)
        return [];
    const { min, max } = compute;
    if (min !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameSeries */ .oC)(min, max)) {
        return [{ key: 'auto-scaling', message: `goes from ${min} to ${max}: Atlas does not scale between families` }];
    }
    if (min !== undefined && !(0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isBetween */ .Bt)(min, { min: undefined, max })) {
        return [{ key: 'auto-scaling', message: 'has a min above its max' }];
    }
    if (tier === undefined || (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isBetween */ .Bt)(tier, compute))
        return [];
    return [
        (0,_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameSeries */ .oC)(tier, max)
            ? { key: 'tier', message: 'lies outside of auto-scaling.compute' }
            : {
                key: 'auto-scaling',
                message: `has bounds of another family than ${tier}: Atlas does not scale between families`,
            },
    ];
}
function ownEdition(cluster) {
    return cluster.edition === undefined ? [] : (0,_edition_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .editionBreaches */ .I)(cluster, cluster.edition);
}


/***/ }),

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ derivedName)
/* harmony export */ });
/* harmony import */ var _environment_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8018);

function derivedName({ standingNames }, environment, ordinal = 0) {
    return standingNames?.get(ordinal) ?? (0,_environment_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterNameOf */ .T)(environment, ordinal);
}


/***/ }),

/***/ 2845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ editionBreaches)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9592);
/* harmony import */ var _sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6795);



const infiniteRegions = [
    'US_EAST_1',
    'US_EAST_2',
    'US_WEST_2',
    'SA_EAST_1',
    'AP_SOUTH_1',
    'AP_SOUTHEAST_1',
    'AP_SOUTHEAST_2',
    'EU_WEST_1',
    'EU_WEST_2',
    'EU_CENTRAL_1',
];
const infiniteSizes = {
    M: ['M10', 'M60'],
    R: ['R40', 'R60'],
};
const infiniteRules = [
    {
        key: 'tier',
        breaks: ({ tier }) => tier !== undefined && !isInfiniteSize(tier),
        because: 'has the tiers M10 to M60 and R40 to R60, without NVMe',
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.length > 1,
        because: 'is in one region',
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.some(({ provider, region }) => provider !== 'AWS' || !infiniteRegions.includes(region)),
        because: `is on AWS only, in ${infiniteRegions.join(', ')}`,
    },
    {
        key: 'regions',
        breaks: ({ regions }) => regions.some(({ nodes }) => nodes !== undefined && nodes !== _regions_js__WEBPACK_IMPORTED_MODULE_1__/* .INFINITE_NODES */ .v_),
        because: `has exactly ${_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .INFINITE_NODES */ .v_} electable nodes`,
    },
    { key: 'shards', breaks: ({ shards = 1 }) => shards > 1, because: 'is a replica set' },
    {
        key: 'mongodb-version',
        breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
        because: 'always runs the newest version',
    },
    {
        key: 'disk-size-gb',
        breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
        because: 'has no disks of its own; max-storage-gb limits its data',
    },
    {
        key: 'auto-scaling',
        breaks: ({ autoScaling }) => autoScaling?.disk !== undefined,
        because: 'has no disks to scale; leave disk out',
    },
    {
        key: 'auto-scaling',
        breaks: ({ autoScaling }) => boundsOf(autoScaling).some((size) => !isInfiniteSize(size)),
        because: 'scales between M10 and M60, or R40 and R60',
    },
];
function editionBreaches(cluster, edition) {
    if (edition !== _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ) {
        if (cluster.maxStorageGb === undefined)
            return [];
        return [{ key: 'max-storage-gb', message: 'needs edition: infinite; other clusters have disk-size-gb' }];
    }
    return infiniteRules
        .filter(({ breaks }) => breaks(cluster))
        .map(({ key, because }) => ({ key, message: `does not go with edition infinite, which ${because}` }));
}
function isInfiniteSize(tier) {
    const size = (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutGeneration */ .zp)(tier);
    const [min, max] = infiniteSizes[(0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .seriesOf */ .Lf)(size) ?? ''] ?? [];
    if (min === undefined || max === undefined || (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .isNvme */ .Jd)(tier))
        return false;
    return (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSizes */ .mR)(min, size) <= 0 && (0,_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSizes */ .mR)(size, max) <= 0;
}
function boundsOf(autoScaling) {
    const { min, max } = autoScaling?.compute || {};
    return [min, max].filter((size) => size !== undefined);
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ expiryAfter),
/* harmony export */   IJ: () => (/* binding */ endsWithEnvironment),
/* harmony export */   Rd: () => (/* binding */ longestLife),
/* harmony export */   ZU: () => (/* binding */ latestExpiry),
/* harmony export */   nT: () => (/* binding */ environmentExpiry)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4560);

const HOUR = 3_600_000;
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;
function expiryAfter(life, now) {
    return now + Math.min(life, LONGEST - MARGIN);
}
const USUAL_HOURS = 72;
function environmentExpiry({ hours, now, standing, }) {
    const asked = now + (hours ?? USUAL_HOURS) * HOUR;
    if (standing === undefined)
        return asked;
    const wanted = hours === undefined ? Math.max(asked, standing) : asked;
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, wanted) ? wanted : standing;
}
function longestLife(standing, now) {
    if (standing === undefined)
        return undefined;
    const latest = expiryAfter(LONGEST, now);
    return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthwhile */ .qG)(standing, latest) ? latest : standing;
}
function latestExpiry(hours, { context, expiresAt }) {
    if (hours !== undefined)
        return expiryAfter(hours * HOUR, context.now);
    return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}
function endsWithEnvironment(hours, { context }) {
    return hours === undefined && context.environment !== undefined;
}


/***/ }),

/***/ 709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ interpret)
});

// EXTERNAL MODULE: ./build/src/spec/resolve.js + 3 modules
var resolve = __webpack_require__(685);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/src/atlas/nearest.js
var atlas_nearest = __webpack_require__(675);
// EXTERNAL MODULE: ./build/src/spec/forms.js
var spec_forms = __webpack_require__(8074);
// EXTERNAL MODULE: ./build/src/spec/user-kinds.js
var user_kinds = __webpack_require__(3108);
;// CONCATENATED MODULE: ./build/src/spec/schema.js



const mapping = { error: 'needs a mapping' };
const flag = schemas/* boolean */.zMY({ error: 'needs true or false' });
const numberBetween = (min, max) => {
    const error = `needs a whole number, ${min} to ${max}`;
    return schemas/* int */.Whr({ error }).min(min, { error }).max(max, { error });
};
const shaped = ({ expression, form }) => schemas/* string */.YjP({ error: `is not ${form}` }).regex(expression, { error: `is not ${form}` });
const schema_text = (shortest, longest) => shaped({
    expression: new RegExp(`^[\\s\\S]{${shortest},${longest}}$`),
    form: `a text of ${shortest} to ${longest} characters`,
});
const listOf = (item, { min = 0, max }) => schemas/* array */.YOg(item, { error: 'needs a list' })
    .refine((items) => items.length >= min, { error: `needs at least ${min}` })
    .refine((items) => items.length <= max, { error: `has more than the ${max} that Atlas takes` })
    .meta({ ...(min > 0 && { minItems: min }), maxItems: max });
const schema_name = shaped(spec_forms/* forms */.u.clusterName);
const tier = shaped(spec_forms/* forms */.u.tier);
const tags = schemas/* record */.g1P(shaped(spec_forms/* forms */.u.tag), shaped(spec_forms/* forms */.u.tag), mapping)
    .optional()
    .meta({
    description: 'Tags, at most 50. Those beginning with gha- belong to the suite; tags of others are left alone.',
    examples: [{ team: 'payments' }],
});
const provider = shaped(spec_forms/* forms */.u.provider)
    .optional()
    .meta({ description: 'AWS, GCP or AZURE.', examples: ['AWS'] });
const regionText = 'The preferred region, as Atlas spells it. It cannot be changed later.';
const region = shaped(spec_forms/* forms */.u.region).meta({ description: regionText, examples: ['US_EAST_1', 'EU_WEST_1'] });
const autoScaling = schemas/* strictObject */.rej({
    compute: schemas/* union */.KCZ([schemas/* literal */.euz(false), schemas/* strictObject */.rej({ min: tier.optional(), max: tier }, mapping)], {
        error: 'needs { min, max } or false',
    })
        .optional()
        .meta({ description: 'Tiers between which Atlas moves the cluster; without min it only grows. false: off.' }),
    disk: flag.optional().meta({ description: 'Lets Atlas enlarge the disk.' }),
}, mapping);
const regionEntry = schemas/* strictObject */.rej({ provider, region, nodes: numberBetween(1, 7).optional() }, mapping);
const cluster = schemas/* strictObject */.rej({
    name: schema_name.optional().meta({
        description: 'Name in Atlas. Leave it out under an environment, and it is derived from the environment.',
        examples: ['orders'],
    }),
    alias: schema_name.optional().meta({
        description: 'What this file and the outputs call the cluster, where its name in Atlas is derived.',
    }),
    tier: tier.optional().meta({
        description: 'M0 (free, one a project), FLEX, or M10 and above. FLEX for a new cluster of an environment.',
        examples: ['FLEX', 'M10', 'R40', 'M40_NVME'],
    }),
    edition: shaped(spec_forms/* forms */.u.edition)
        .optional()
        .meta({
        description: 'core (what every cluster was before), or infinite: chosen when the cluster is made.',
        examples: ['infinite'],
    }),
    provider,
    region: region.optional(),
    regions: listOf(regionEntry, { min: 1, max: 7 }).optional().meta({
        description: 'All regions with electable nodes, the preferred one first; instead of provider and region. Without nodes those that are there keep theirs.',
    }),
    'mongodb-version': shaped(spec_forms/* forms */.u.mongodbVersion)
        .optional()
        .meta({
        description: 'Major version. A later one upgrades the cluster, one step at a time.',
        examples: ['8.0'],
    }),
    backup: flag.optional().meta({ description: 'Cloud backup.' }),
    'point-in-time': flag.optional().meta({ description: 'Continuous backup; switches cloud backup on too.' }),
    'disk-size-gb': numberBetween(10, 14336)
        .optional()
        .meta({ description: 'Disk of each node in GB. It only grows; auto-scaling may enlarge it.' }),
    'max-storage-gb': numberBetween(1, 131_072)
        .optional()
        .meta({ description: 'How many GB of data a cluster of edition infinite may hold.' }),
    'termination-protection': flag.optional().meta({ description: 'Nobody deletes the cluster before this is off.' }),
    shards: numberBetween(1, 70).optional().meta({ description: 'More than one makes a sharded cluster.' }),
    'auto-scaling': autoScaling.optional().meta({
        description: 'Lets Atlas change sizes by itself.',
        examples: [{ compute: { min: 'M10', max: 'M30' }, disk: true }],
    }),
    tags,
    atlas: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J(), mapping)
        .optional()
        .meta({
        description: 'Further fields of the Admin API, sent as they are.',
        examples: [{ biConnector: { enabled: true } }],
    }),
}, mapping)
    .meta({ description: 'A cluster.' });
const expiresInHours = numberBetween(1, 168).optional();
const user = schemas/* strictObject */.rej({
    username: shaped(spec_forms/* forms */.u.username)
        .optional()
        .meta({
        description: 'User name; an ARN for AWS IAM, <identity provider>/<name> for OIDC, a distinguished name for X.509. Left out under an environment: the name of its first cluster.',
        examples: ['app'],
    }),
    authentication: schemas/* enum */.k5n(user_kinds/* userKinds */.z, { error: `is not one of ${user_kinds/* userKinds */.z.join(', ')}` })
        .optional()
        .meta({ description: 'How the user proves who it is; password unless it says otherwise.' }),
    roles: listOf(shaped(spec_forms/* forms */.u.role).meta({ examples: ['readWrite@orders'] }), { min: 1, max: 100 }).meta({
        description: 'role@database, role@database.collection, or a role in admin.',
    }),
    password: schema_text(8, 256)
        .optional()
        .meta({
        description: `Name a variable, \${NAME}; left out, it is derived or random.`,
        examples: [`\${APP_DB_PASSWORD}`],
    }),
    clusters: listOf(schema_name, { min: 1, max: 100 })
        .optional()
        .meta({ description: 'Clusters that the user may reach, by name or alias; all of the project if left out.' }),
    description: schema_text(1, 75).optional().meta({ description: 'Shown in Atlas.' }),
    'expires-in-hours': expiresInHours.meta({ description: 'After this Atlas deletes the user.' }),
}, mapping)
    .meta({ description: 'A database user.' });
const entry = schemas/* strictObject */.rej({
    address: shaped(spec_forms/* forms */.u.address).meta({
        description: 'IP address, CIDR block or AWS security group.',
        examples: ['198.51.100.0/24'],
    }),
    comment: schema_text(1, 60)
        .optional()
        .meta({ description: 'Why the entry is there.', examples: ['office'] }),
    'expires-in-hours': expiresInHours.meta({
        description: 'After this Atlas removes the entry; it stays if left out.',
    }),
    'allow-anywhere': flag
        .optional()
        .meta({ description: 'Must be true for 0.0.0.0/0, ::/0 and other blocks wider than /8.' }),
}, mapping)
    .meta({ description: 'Who may connect.' });
const project = schemas/* strictObject */.rej({
    id: shaped(spec_forms/* forms */.u.id).optional().meta({ description: 'An existing project.' }),
    name: shaped(spec_forms/* forms */.u.projectName).optional().meta({ description: 'Created where it does not exist.' }),
    tags,
}, mapping);
const specSchema = schemas/* strictObject */.rej({
    organization: schema_text(1, 64).optional().meta({ description: 'Name or id; only to create the project.' }),
    project: project.optional().meta({ description: 'By id, or by name.', examples: [{ name: 'preview' }] }),
    'expires-in-hours': numberBetween(1, 8760).optional().meta({ description: 'Life of the environment; 72.' }),
    clusters: listOf(cluster, { max: 25 }).optional(),
    users: listOf(user, { max: 100 }).optional(),
    'network-access': listOf(entry, { max: 200 }).optional(),
}, { error: 'needs a mapping, such as clusters: [ … ]' });

;// CONCATENATED MODULE: ./build/src/spec/shape.js



function checkShape(content) {
    const parsed = specSchema.safeParse(content, { reportInput: false });
    if (parsed.success)
        return { spec: parsed.data };
    return { issues: parsed.error.issues.flatMap((issue) => say(issue, [], content)) };
}
function say(issue, above, content) {
    const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    if (issue.code === 'unrecognized_keys') {
        const known = knownKeys(path);
        return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known), atKey: true }));
    }
    if (issue.code === 'invalid_key') {
        return [{ path, message: issue.issues[0]?.message ?? 'is not a valid key', atKey: true }];
    }
    if (issue.code === 'invalid_union') {
        const inner = issue.errors
            .flat()
            .filter(({ code, path: place }) => code === 'unrecognized_keys' || place.length > 0);
        if (inner.length > 0)
            return inner.flatMap((one) => say(one, path, content));
    }
    const value = valueAt(content, path);
    if (value === null)
        return [{ path, message: 'has no value' }];
    return [{ path, message: value === undefined ? 'is missing' : issue.message }];
}
function unknownKey(key, known) {
    const [nearest] = (0,atlas_nearest/* nearestNames */.L)(key, known, 1);
    if (nearest === undefined)
        return `is not a known key; known here: ${known.join(', ')}`;
    return `is not a known key; did you mean ${JSON.stringify(nearest)}?`;
}
function valueAt(content, path) {
    let value = content;
    for (const part of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = Object.getOwnPropertyDescriptor(value, part)?.value;
    }
    return value;
}
function knownKeys(path) {
    let schema = unwrap(specSchema);
    for (const part of path)
        schema = unwrap(descend(schema, part));
    return schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : [];
}
function descend(schema, part) {
    if (schema instanceof schemas/* ZodArray */.naA)
        return schema.element;
    return schema instanceof schemas/* ZodObject */.bvH ? schema.shape[part] : undefined;
}
function unwrap(schema) {
    if (schema instanceof schemas/* ZodOptional */.IiU)
        return unwrap(schema.unwrap());
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.map(unwrap).find((option) => option instanceof schemas/* ZodObject */.bvH);
    return schema;
}

;// CONCATENATED MODULE: ./build/src/spec/interpret.js


const MOST_SPOILT = 100;
function interpret(content, context, reported = []) {
    if (reported.length > MOST_SPOILT)
        return { issues: [] };
    const shape = checkShape(content);
    if ('spec' in shape && reported.length === 0)
        return (0,resolve/* resolveSpec */.i)(shape.spec, context);
    const issues = 'issues' in shape ? shape.issues.filter(({ path }) => !reported.some((one) => meet(one, path))) : [];
    const spoilt = [...reported, ...issues.map(({ path }) => path)];
    if (spoilt.length > MOST_SPOILT)
        return { issues };
    const mended = checkShape(mend(content, [], spoilt));
    if ('issues' in mended)
        return { issues };
    const rest = (0,resolve/* resolveSpec */.i)(mended.spec, context);
    const further = 'issues' in rest ? rest.issues : [];
    return { issues: [...issues, ...further.filter(({ path }) => !spoilt.some((one) => meet(one, path)))] };
}
function meet(one, other) {
    const shared = Math.min(one.length, other.length);
    return one.slice(0, shared).every((part, index) => part === other[index]);
}
function mend(value, path, spoilt) {
    const below = spoilt.filter((one) => one.length > path.length && meet(path, one));
    if (below.length === 0)
        return value;
    if (Array.isArray(value)) {
        return value.flatMap((item, index) => mendPart(item, [...path, index], spoilt));
    }
    if (typeof value !== 'object' || value === null)
        return value;
    const missing = below.filter((one) => one.length === path.length + 1).map((one) => String(one.at(-1)));
    const keys = new Set([...Object.keys(value), ...missing]);
    return Object.fromEntries([...keys].flatMap((key) => mendPart(Object.getOwnPropertyDescriptor(value, key)?.value, [...path, key], spoilt).map((part) => [key, part])));
}
function mendPart(value, path, spoilt) {
    const isSpoilt = spoilt.some((one) => one.length === path.length && meet(one, path));
    if (!isSpoilt)
        return [mend(value, path, spoilt)];
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
    const standIn = standIns.get(pattern)?.(path);
    return standIn === undefined ? [] : [standIn];
}
const role = 'stand-in@stand-in';
const number = (path) => path.filter((part) => typeof part === 'number').join('-');
const standIns = new Map([
    ['clusters.*', () => ({})],
    ['clusters.*.regions.*', () => ({ region: 'STAND_IN' })],
    ['clusters.*.regions.*.region', () => 'STAND_IN'],
    ['clusters.*.auto-scaling.compute.max', () => 'M9999'],
    ['users.*', (path) => ({ username: `stand-in-${number(path)}`, roles: [role] })],
    ['users.*.username', (path) => `stand-in-${number(path)}`],
    ['users.*.roles', () => [role]],
    ['users.*.roles.*', () => role],
    ['users.*.clusters.*', () => 'stand-in'],
    ['network-access.*', (path) => ({ address: `stand-in-${number(path)}` })],
    ['network-access.*.address', (path) => `stand-in-${number(path)}`],
]);


/***/ }),

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ HIGHEST_PRIORITY),
/* harmony export */   ID: () => (/* binding */ allowedTotals),
/* harmony export */   Ox: () => (/* binding */ usualRegions),
/* harmony export */   hH: () => (/* binding */ electableTotals),
/* harmony export */   te: () => (/* binding */ electableNodes),
/* harmony export */   v_: () => (/* binding */ INFINITE_NODES),
/* harmony export */   yl: () => (/* binding */ newNodes)
/* harmony export */ });
/* harmony import */ var _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1838);

const usualRegions = {
    AWS: 'US_EAST_1',
    GCP: 'CENTRAL_US',
    AZURE: 'US_EAST_2',
};
const HIGHEST_PRIORITY = 7;
const electableTotals = [3, 5, 7];
const INFINITE_NODES = 2;
function allowedTotals(edition) {
    return edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ ? [INFINITE_NODES] : electableTotals;
}
function newNodes({ edition, regions }) {
    return edition === _atlas_cluster_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .INFINITE */ .fZ ? regions.map(({ nodes }) => nodes ?? INFINITE_NODES) : electableNodes(regions);
}
function electableNodes(regions) {
    const named = regions.some(({ nodes }) => nodes !== undefined);
    if (named)
        return regions.map(({ nodes }) => nodes ?? 1);
    const total = electableTotals.find((count) => count >= regions.length) ?? regions.length;
    return regions.map((_, index) => Math.floor(total / regions.length) + (index < total % regions.length ? 1 : 0));
}


/***/ }),

/***/ 7140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ GROUPS_STAY),
/* harmony export */   Tp: () => (/* binding */ resolveEntry),
/* harmony export */   Ud: () => (/* binding */ sharedEntryIssues),
/* harmony export */   cy: () => (/* binding */ whomItLetsIn)
/* harmony export */ });
/* harmony import */ var _atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2757);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2238);


function resolveEntry(document, { resolving, index }) {
    const { comment } = document;
    const hours = document['expires-in-hours'];
    const report = (key, message) => resolving.report({ path: ['network-access', index, key], message });
    const parsed = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(document.address);
    const address = 'address' in parsed ? parsed.address : document.address;
    if ('problem' in parsed)
        report('address', parsed.problem);
    if ((0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isTooWide */ ._X)(address) && document['allow-anywhere'] !== true) {
        report('address', `${whomItLetsIn(address)}; if that is meant, add allow-anywhere: true`);
    }
    const isGroup = (0,_atlas_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecurityGroup */ .om)(address);
    if (isGroup && hours !== undefined)
        report('expires-in-hours', GROUPS_STAY);
    return {
        address,
        comment,
        expiresAt: isGroup ? undefined : (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .latestExpiry */ .ZU)(hours, resolving),
        endsWithEnvironment: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .endsWithEnvironment */ .IJ)(hours, resolving),
    };
}
const GROUPS_STAY = 'does not go with an AWS security group: Atlas never removes those by itself';
function whomItLetsIn(address) {
    return address.endsWith('/0') ? 'lets the whole internet in' : 'lets a good part of the internet in';
}
function sharedEntryIssues(entries) {
    return entries.flatMap(({ address }, index) => entries.slice(0, index).some((earlier) => earlier.address === address)
        ? [{ path: ['network-access', index, 'address'], message: 'is the address of an earlier entry, too' }]
        : []);
}


/***/ }),

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ sharedUserIssues),
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   mM: () => (/* binding */ resolveUser)
/* harmony export */ });
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2238);
/* harmony import */ var _user_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3108);


function resolveUser(document, { resolving, index, clusters }) {
    const kind = document.authentication ?? 'password';
    const roles = document.roles.map(parseRole);
    const report = (issue) => resolving.report({ ...issue, path: ['users', index, ...issue.path] });
    if (document.password !== undefined && kind !== 'password') {
        report({ path: ['password'], message: `does not go with authentication: ${kind}` });
    }
    if (document.password !== undefined && HAS_CONTROL.test(document.password)) {
        report({ path: ['password'], message: CONTROL_IN_PASSWORD });
    }
    const arn = arnForms[kind];
    if (arn && document.username !== undefined && !arn.expression.test(document.username)) {
        report({ path: ['username'], message: `is not ${arn.form}, as authentication: ${kind} needs it` });
    }
    for (const [place, { role, database }] of roles.entries()) {
        if (database !== 'admin' && adminRoles.has(role)) {
            report({
                path: ['roles', place],
                message: 'names a role that only the admin database has; leave the database out',
            });
        }
    }
    return {
        username: nameOf(document, { resolving, clusters, report }),
        kind,
        roles,
        clusters: scopesOf(document, { resolving, clusters }),
        description: document.description,
        password: document.password,
        expiresAt: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .latestExpiry */ .ZU)(document['expires-in-hours'], resolving),
        endsWithEnvironment: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .endsWithEnvironment */ .IJ)(document['expires-in-hours'], resolving),
    };
}
function nameOf({ username, authentication: kind = 'password' }, { resolving, clusters, report, }) {
    const derived = resolving.context.environment && kind === 'password' ? clusters[0]?.name : undefined;
    if (username === undefined && derived === undefined) {
        report({ path: [], message: 'needs a username; only the password user of an environment can do without' });
    }
    return username ?? derived ?? '';
}
const HAS_CONTROL = /\p{Cc}/u;
const CONTROL_IN_PASSWORD = 'holds a control character, such as a tab or a line break: drivers refuse to log in with it (SASLprep)';
const arnForms = {
    'aws-iam-user': {
        expression: /^arn:aws[a-z-]*:iam::\d{12}:user\/\S+$/,
        form: 'the ARN of an IAM user such as arn:aws:iam::123456789012:user/app',
    },
    'aws-iam-role': {
        expression: /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
        form: 'the ARN of an IAM role such as arn:aws:iam::123456789012:role/app',
    },
};
const adminRoles = new Set([
    'atlasAdmin',
    'backup',
    'clusterMonitor',
    'dbAdminAnyDatabase',
    'enableSharding',
    'readAnyDatabase',
    'readWriteAnyDatabase',
]);
function parseRole(text) {
    const [, role = text, database = 'admin', collection] = text.match(/^([^@]+)(?:@([^.]+)(?:\.(.+))?)?$/) ?? [];
    return { role, database, collection };
}
function scopesOf({ clusters: named }, { resolving, clusters }) {
    if (named) {
        const names = named.map((word) => clusters.find(({ name, alias }) => name === word || alias === word)?.name ?? word);
        return [...new Set(names)];
    }
    const own = resolving.context.environment ? clusters.map(({ name }) => name) : [];
    return own.length > 0 ? own : undefined;
}
function sharedUserIssues(users) {
    const identities = users.map(({ username, kind }) => `${_user_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .authentication */ .j[kind].database} ${username}`);
    return identities.flatMap((identity, index) => identities.indexOf(identity) < index
        ? [{ path: ['users', index, 'username'], message: 'is the name of an earlier user, too' }]
        : []);
}


/***/ }),

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ NO_PROJECT),
  i: () => (/* binding */ resolveSpec)
});

// EXTERNAL MODULE: ./build/src/environment/tags.js
var environment_tags = __webpack_require__(1450);
// EXTERNAL MODULE: ./build/src/spec/context.js
var spec_context = __webpack_require__(5986);
// EXTERNAL MODULE: ./build/src/spec/expiry.js
var expiry = __webpack_require__(2238);
;// CONCATENATED MODULE: ./build/src/spec/names.js

const HOST_LENGTH = 23;
function clusterNameProblem(name) {
    if (/^atlas-[a-z0-9]{6}$/.test(name))
        return 'is reserved by Atlas, as every atlas-xxxxxx';
    if (name.endsWith('-') && name.length <= HOST_LENGTH)
        return 'ends in a hyphen, which Atlas cannot make a host name of';
    if (name.length > HOST_LENGTH && name[HOST_LENGTH - 1] === '-') {
        return `has a hyphen as its ${HOST_LENGTH}rd character, where Atlas ends the host name; shorten or change it`;
    }
    return undefined;
}
function hostLabel(name) {
    return name.slice(0, HOST_LENGTH).toLowerCase();
}
const reserved = /^gha-/i;
function tagsProblem(tags, taken) {
    const keys = Object.keys(tags);
    const ours = keys.filter((key) => reserved.test(key));
    if (ours.length > 0)
        return `has ${ours.join(', ')}: names that begin with gha- belong to the suite`;
    if (keys.length + taken <= 50)
        return undefined;
    return `has ${keys.length} tags; Atlas takes 50, of which the suite needs ${taken} (${Object.values(environment_tags/* tagNames */.nP).join(', ')})`;
}

// EXTERNAL MODULE: ./build/src/spec/cluster-rules.js
var cluster_rules = __webpack_require__(5113);
;// CONCATENATED MODULE: ./build/src/spec/override-rules.js
const ownFields = {
    name: 'name',
    tags: 'tags',
    databaseEdition: 'edition',
    backupEnabled: 'backup',
    pitEnabled: 'point-in-time',
    mongoDBMajorVersion: 'mongodb-version',
    terminationProtectionEnabled: 'termination-protection',
};
const readOnlyFields = new Set([
    'configServerType',
    'connectionStrings',
    'createDate',
    'effectiveDatabaseEdition',
    'effectiveReplicationSpecs',
    'featureCompatibilityVersion',
    'featureCompatibilityVersionExpirationDate',
    'groupId',
    'id',
    'internalClusterRole',
    'links',
    'mongoDBVersion',
    'stateName',
]);
const PAUSING = 'does not belong into a spec: the action power pauses a cluster, and the input resume of provision lets one that is paused run again';
function overrideIssues(cluster) {
    return Object.keys(cluster.atlas).flatMap((key) => {
        const message = issueOf(key, cluster);
        return message === undefined ? [] : [{ key, message }];
    });
}
function issueOf(key, cluster) {
    if (Object.hasOwn(ownFields, key))
        return `has a key of its own: ${ownFields[key]}`;
    if (readOnlyFields.has(key))
        return 'is read-only: Atlas shows it, and nobody sets it';
    if (key === 'paused')
        return PAUSING;
    if (key !== 'replicationSpecs')
        return undefined;
    const contradicted = contradictedKeys(cluster);
    return contradicted.length === 0
        ? undefined
        : `says something else than ${contradicted.join(', ')}. Leave one of them out`;
}
function contradictedKeys(cluster) {
    const { tier, regions, regionNaming, diskSizeGb, shards, autoScaling, maxStorageGb, atlas } = cluster;
    const configs = listIn({ list: atlas.replicationSpecs }, 'list').flatMap((spec) => listIn(spec, 'regionConfigs'));
    const sizes = configs.map(({ electableSpecs }) => fieldOf(electableSpecs, 'instanceSize')).filter(isText);
    const [wanted] = regions;
    const isThere = configs.some((config) => isPlace(config, wanted, { byCloud: regionNaming === 'cloud' }));
    const checks = [
        ['tier', tier !== undefined && sizes.some((size) => size.toUpperCase() !== tier)],
        ['regions', regionNaming === 'all'],
        ['region', regionNaming !== 'all' && wanted !== undefined && !isThere],
        ['disk-size-gb', diskSizeGb !== undefined],
        ['shards', shards !== undefined && shards !== listIn({ list: atlas.replicationSpecs }, 'list').length],
        ['auto-scaling', autoScaling !== undefined],
        ['max-storage-gb', maxStorageGb !== undefined],
    ];
    return checks.filter(([, isContradicted]) => isContradicted).map(([key]) => key);
}
function isPlace({ providerName, regionName }, wanted, { byCloud }) {
    return providerName === wanted?.provider && (byCloud || regionName === wanted?.region);
}
function listIn(record, key) {
    const list = record[key];
    return Array.isArray(list) ? list.filter(isRecord) : [];
}
function fieldOf(value, key) {
    return isRecord(value) ? value[key] : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./build/src/spec/regions.js
var spec_regions = __webpack_require__(9592);
// EXTERNAL MODULE: ./build/src/spec/tiers.js
var tiers = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/src/spec/versions.js
var versions = __webpack_require__(1448);
;// CONCATENATED MODULE: ./build/src/spec/resolve-cluster.js






function resolveCluster(document, { resolving, index, name }) {
    const cluster = {
        name,
        alias: document.alias ?? document.name ?? name,
        tier: document.tier?.toUpperCase(),
        edition: editionOf(document.edition),
        regions: regionsOf(document),
        regionNaming: document.regions ? 'all' : document.region === undefined ? 'cloud' : 'preferred',
        mongodbVersion: (0,versions/* fullVersion */.ol)(document['mongodb-version']),
        backup: document.backup ?? (document['point-in-time'] ? true : undefined),
        pointInTime: document['point-in-time'],
        diskSizeGb: document['disk-size-gb'],
        maxStorageGb: document['max-storage-gb'],
        terminationProtection: document['termination-protection'],
        shards: document.shards,
        autoScaling: autoScalingOf(document['auto-scaling']),
        tags: document.tags ?? {},
        atlas: document.atlas ?? {},
    };
    for (const issue of issuesOf(document, cluster, resolving)) {
        resolving.report({ ...issue, path: ['clusters', index, ...issue.path] });
    }
    return cluster;
}
function regionsOf({ provider, region, regions }) {
    if (regions) {
        return regions.map((one) => ({
            provider: providerOf(one.provider ?? provider),
            region: spelling(one.region),
            nodes: one.nodes,
        }));
    }
    if (region !== undefined)
        return [{ provider: providerOf(provider), region: spelling(region), nodes: undefined }];
    if (provider === undefined)
        return [];
    const cloud = providerOf(provider);
    return [{ provider: cloud, region: spec_regions/* usualRegions */.Ox[cloud], nodes: undefined }];
}
function editionOf(text) {
    if (text === undefined)
        return undefined;
    return text.toUpperCase() === 'INFINITE' ? 'INFINITE' : 'CORE';
}
function providerOf(text) {
    const upper = text?.toUpperCase();
    return upper === 'GCP' || upper === 'AZURE' ? upper : 'AWS';
}
function spelling(region) {
    return region.toUpperCase().replaceAll('-', '_');
}
function autoScalingOf(document) {
    if (!document)
        return undefined;
    const { compute, disk } = document;
    return {
        compute: compute ? { min: compute.min?.toUpperCase(), max: compute.max.toUpperCase() } : compute,
        disk,
    };
}
function* issuesOf(document, cluster, { ownership }) {
    if (document.name !== undefined) {
        const problem = clusterNameProblem(document.name);
        if (problem)
            yield { path: ['name'], message: problem };
    }
    if (document.regions && document.region !== undefined) {
        yield { path: ['region'], message: 'stands next to regions; one of them is enough' };
    }
    const tags = tagsProblem(cluster.tags, Object.keys(ownership).length);
    if (tags)
        yield { path: ['tags'], message: tags };
    for (const { key, message } of overrideIssues(cluster))
        yield { path: ['atlas', key], message, atKey: true };
    const breaches = [...(0,cluster_rules/* contradictions */.vM)(cluster), ...(cluster.tier ? (0,cluster_rules/* ruleBreaches */.Of)(cluster, cluster.tier) : [])];
    for (const { key, message } of breaches)
        yield { path: placeOf(document, key), message };
    for (const size of sizesOf(cluster.autoScaling)) {
        if ((0,tiers/* tierKind */.r)(size) !== 'dedicated')
            yield { path: ['auto-scaling', 'compute'], message: 'needs dedicated tiers: M10 and above' };
    }
}
function placeOf(document, key) {
    const keys = key === 'regions' ? ['regions', 'region', 'provider'] : [key];
    const written = keys.find((one) => one in document);
    return written === undefined ? [] : [written];
}
function sizesOf(autoScaling) {
    const { min, max } = autoScaling?.compute || {};
    return [min, max].filter((size) => size !== undefined);
}
function sharedNameIssues(clusters) {
    return clusters.flatMap((cluster, index) => {
        const earlier = clusters.slice(0, index);
        if (earlier.some(({ name }) => name === cluster.name)) {
            return [{ path: ['clusters', index, 'name'], message: 'is the name of an earlier cluster, too' }];
        }
        if (earlier.some(({ name }) => hostLabel(name) === hostLabel(cluster.name))) {
            const message = 'begins with the same 23 characters as an earlier cluster, of which Atlas makes host names';
            return [{ path: ['clusters', index, 'name'], message }];
        }
        const words = earlier.flatMap(({ name, alias }) => [name, alias]);
        if (!words.includes(cluster.alias))
            return [];
        return [{ path: ['clusters', index, 'alias'], message: 'is what an earlier cluster is called, too' }];
    });
}

// EXTERNAL MODULE: ./build/src/spec/resolve-entry.js
var resolve_entry = __webpack_require__(7140);
// EXTERNAL MODULE: ./build/src/spec/resolve-user.js
var resolve_user = __webpack_require__(4417);
;// CONCATENATED MODULE: ./build/src/spec/resolve.js







function resolveSpec(spec, context) {
    const issues = [];
    const expiresAt = expiryOfEnvironment(spec, context, issues);
    const { repository, repositoryId, runId } = context.defaults;
    const { environment } = context;
    const ownership = (0,environment_tags/* ownershipTags */.dt)({ repository, repositoryId, runId, environment, expiresAt });
    const resolving = { context, ownership, expiresAt, report: (issue) => void issues.push(issue) };
    const project = resolveProject(spec, resolving);
    const names = clusterNames(spec, resolving);
    const clusters = (spec.clusters ?? []).map((cluster, index) => resolveCluster(cluster, { resolving, index, name: names[index] ?? '' }));
    const users = (spec.users ?? []).map((user, index) => (0,resolve_user/* resolveUser */.mM)(user, { resolving, index, clusters }));
    const accessList = (spec['network-access'] ?? []).map((entry, index) => (0,resolve_entry/* resolveEntry */.Tp)(entry, { resolving, index }));
    issues.push(...sharedNameIssues(clusters), ...(0,resolve_user/* sharedUserIssues */.HI)(users), ...(0,resolve_entry/* sharedEntryIssues */.Ud)(accessList));
    if (issues.length > 0 || !project)
        return { issues };
    return { desired: { project, clusters, users, accessList, ownership } };
}
function expiryOfEnvironment(spec, context, issues) {
    const hours = spec['expires-in-hours'] ?? context.defaults.expiresInHours;
    if (context.environment)
        return (0,expiry/* environmentExpiry */.nT)({ hours, now: context.now, standing: context.standingExpiry });
    if (hours !== undefined) {
        issues.push({ path: ['expires-in-hours'], message: 'needs an environment: a named cluster never expires' });
    }
    return undefined;
}
function resolveProject(spec, { context, ownership, report }) {
    const inSpec = spec.project ?? {};
    const inInputs = context.defaults.project ?? {};
    const path = spec.project ? ['project'] : [];
    const id = inSpec.id ?? inInputs.id;
    const name = inSpec.name ?? inInputs.name;
    if (id === undefined && name === undefined) {
        report({ path, message: NO_PROJECT });
    }
    else if (id !== undefined && name !== undefined) {
        report({ path, message: 'is given both by id and by name (spec and inputs together); one of them is enough' });
    }
    else if (differ(inSpec.id?.toLowerCase(), inInputs.id?.toLowerCase()) || differ(inSpec.name, inInputs.name)) {
        report({ path, message: 'differs between the spec and the input' });
    }
    const tags = spec.project?.tags ?? {};
    const problem = tagsProblem(tags, Object.keys(ownership).length);
    if (problem)
        report({ path: ['project', 'tags'], message: problem });
    if (id !== undefined)
        return { id: id.toLowerCase() };
    if (name === undefined)
        return undefined;
    return { name, organization: spec.organization ?? context.defaults.organization, tags };
}
const NO_PROJECT = 'names no project: give project-id or project-name, or project: { name: … } in the spec';
function differ(one, other) {
    return one !== undefined && other !== undefined && one !== other;
}
function clusterNames(spec, { context, report }) {
    let ordinal = 0;
    return (spec.clusters ?? []).map(({ name }, index) => {
        if (name !== undefined)
            return name;
        if (context.environment)
            return (0,spec_context/* derivedName */.P)(context, context.environment, ordinal++);
        report({ path: ['clusters', index], message: 'needs a name: there is no environment to derive one from' });
        return `cluster-${index}`;
    });
}


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ isBetween),
/* harmony export */   Jd: () => (/* binding */ isNvme),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   mR: () => (/* binding */ compareSizes),
/* harmony export */   oC: () => (/* binding */ isSameSeries),
/* harmony export */   zp: () => (/* binding */ withoutGeneration)
/* harmony export */ });
function readSize(tier) {
    const [, family, number, rest = ''] = tier.toUpperCase().match(/^([A-Z]+)(\d+)((?:_[A-Z0-9]+)*)$/) ?? [];
    return family === undefined || number === undefined ? undefined : { number: Number(number), series: family + rest };
}
function seriesOf(tier) {
    return readSize(tier)?.series;
}
function isSameSeries(one, other) {
    const series = seriesOf(one);
    return series !== undefined && series === seriesOf(other);
}
function compareSizes(one, other) {
    return (readSize(one)?.number ?? Number.NaN) - (readSize(other)?.number ?? Number.NaN);
}
function isBetween(tier, { min, max }) {
    return (seriesOf(tier) !== undefined &&
        (min === undefined || (isSameSeries(min, tier) && compareSizes(min, tier) <= 0)) &&
        (max === undefined || (isSameSeries(tier, max) && compareSizes(tier, max) <= 0)));
}
function isNvme(tier) {
    return /_NVME(_|$)/i.test(tier);
}
function withoutGeneration(tier) {
    return tier.replace(/_GEN_\d+/i, '');
}


/***/ }),

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ kindNames),
/* harmony export */   r: () => (/* binding */ tierKind)
/* harmony export */ });
function tierKind(tier) {
    if (tier === 'M0')
        return 'free';
    return tier === 'FLEX' ? 'flex' : 'dedicated';
}
const kindNames = {
    free: 'a free cluster (M0)',
    flex: 'a Flex cluster',
    dedicated: 'a dedicated cluster',
};


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ authentication),
/* harmony export */   z: () => (/* binding */ userKinds)
/* harmony export */ });
const userKinds = [
    'password',
    'x509-managed',
    'x509-customer',
    'aws-iam-user',
    'aws-iam-role',
    'oidc-group',
    'oidc-user',
];
const authentication = {
    password: { database: 'admin', field: undefined, value: undefined },
    'x509-managed': { database: '$external', field: 'x509Type', value: 'MANAGED' },
    'x509-customer': { database: '$external', field: 'x509Type', value: 'CUSTOMER' },
    'aws-iam-user': { database: '$external', field: 'awsIAMType', value: 'USER' },
    'aws-iam-role': { database: '$external', field: 'awsIAMType', value: 'ROLE' },
    'oidc-group': { database: 'admin', field: 'oidcAuthType', value: 'IDP_GROUP' },
    'oidc-user': { database: '$external', field: 'oidcAuthType', value: 'USER' },
};


/***/ }),

/***/ 1448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ majorOf),
/* harmony export */   Ec: () => (/* binding */ versionProblem),
/* harmony export */   ol: () => (/* binding */ fullVersion)
/* harmony export */ });
function majorOf(version) {
    return version.split('.').slice(0, 2).join('.');
}
function fullVersion(version) {
    return version === undefined || version.includes('.') ? version : `${version}.0`;
}
function versionProblem(wanted, running) {
    if (wanted === undefined || running === undefined || wanted === majorOf(running))
        return undefined;
    const [to, from] = [wanted, running].map((version) => {
        const [major = 0, minor = 0] = version.split('.').map(Number);
        return { major, minor };
    });
    if (!to || !from)
        return undefined;
    if (to.major < from.major || (to.major === from.major && to.minor < from.minor)) {
        return `mongodb-version cannot go back from ${running} to ${wanted}. Leave it out, or restore into a new cluster`;
    }
    if (to.major - from.major <= 1)
        return undefined;
    return `mongodb-version cannot jump from ${running} to ${wanted}: Atlas goes one step at a time. Go to ${from.major + 1}.0 first`;
}


/***/ })

};
