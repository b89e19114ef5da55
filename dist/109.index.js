export const id = 109;
export const ids = [109];
export const modules = {

/***/ 8109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfig: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/spec/substitute.js
const PRIVATE = Symbol('private');
function substitute(text, variables) {
    const names = [];
    const problems = [];
    const replaced = text.replace(/\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]{0,254})\}|\$\{\{?/g, (match, name) => {
        if (match === '$${')
            return '${';
        if (name === undefined) {
            problems.push(match === '${{' ? notHere : notAName);
            return match;
        }
        const value = variables(name);
        if (value === PRIVATE) {
            problems.push(notOurs(name));
            return match;
        }
        names.push(name);
        if (value === undefined || value === '')
            problems.push(unset(name));
        return value ?? '';
    });
    return { text: replaced, names, problems };
}
const notHere = `holds a GitHub expression, which nobody evaluates here; set an environment variable in the workflow and write \${NAME}`;
const notAName = `holds \${ without the name of a variable and }; write $\${ for the characters themselves`;
function notOurs(name) {
    return `must not use the environment variable ${name}, which belongs to the runner, to a proxy or to this step itself`;
}
function unset(name) {
    return `needs the environment variable ${name}, which is not set or empty (a secret that is missing, or hidden from a fork, is empty)`;
}

;// CONCATENATED MODULE: ./build/src/spec/yaml-content.js


const DEEPEST = 40;
const MOST_VALUES = 20_000;
const textKeys = new Set([
    'address',
    'alias',
    'comment',
    'description',
    'mongodb-version',
    'name',
    'organization',
    'password',
    'username',
]);
function readContent(document, variables) {
    const reader = new ContentReader(variables);
    const content = reader.read(asNode(document.contents), { path: [], key: undefined });
    return { content, positions: reader.positions, substitutions: reader.substitutions, issues: reader.issues };
}
function placeName(path) {
    return JSON.stringify(path);
}
class ContentReader {
    positions = new Map();
    substitutions = [];
    issues = [];
    #variables;
    #anchors = new Map();
    #values = 0;
    #aliases = 0;
    constructor(variables) {
        this.#variables = variables;
    }
    read(node, { path, key }) {
        this.#values += 1;
        const value = (0,dist/* isAlias */.Vj)(node) ? this.#anchors.get(node.source) : node;
        if ((0,dist/* isAlias */.Vj)(node) && value === undefined)
            this.issues.push({ path, message: 'refers with * to what no & names before' });
        if (value?.anchor !== undefined && value === node && this.#aliases === 0)
            this.#anchors.set(value.anchor, value);
        const written = (0,dist/* isScalar */.jn)(value) ? writtenText(value) : undefined;
        this.positions.set(placeName(path), { path, key, value: node?.range?.[0], written });
        if (path.length > DEEPEST || this.#values > MOST_VALUES)
            return this.#tooMuch(path);
        const isAliased = value !== node;
        if (isAliased)
            this.#aliases += 1;
        const content = this.#readValue(value, path);
        if (isAliased)
            this.#aliases -= 1;
        return content;
    }
    #readValue(value, path) {
        if ((0,dist/* isMap */.jh)(value))
            return this.#readMap(value, path);
        if ((0,dist/* isSeq */.oP)(value)) {
            return value.items.map((item, index) => this.read(asNode(item), { path: [...path, index], key: undefined }));
        }
        return (0,dist/* isScalar */.jn)(value) ? this.#readScalar(value, path) : null;
    }
    #tooMuch(path) {
        const said = this.issues.some(({ message }) => message === tooMuch);
        if (!said)
            this.issues.push({ path, message: tooMuch });
        return null;
    }
    #readMap(map, path) {
        const seen = new Set();
        const entries = [];
        for (const pair of map.items) {
            const keyNode = asNode(pair.key);
            const name = (0,dist/* isScalar */.jn)(keyNode) ? writtenText(keyNode) : undefined;
            const place = { path: [...path, name ?? '?'], key: keyNode?.range?.[0] };
            const problem = keyProblem(name, seen);
            if (problem !== undefined)
                this.issues.push({ path: place.path, message: problem, atKey: true, offset: place.key });
            if (name === undefined || problem !== undefined)
                continue;
            seen.add(name);
            entries.push([name, this.read(asNode(pair.value), place)]);
        }
        return Object.fromEntries(entries);
    }
    #readScalar(scalar, path) {
        const raw = asText(scalar, path);
        if (typeof raw !== 'string')
            return raw;
        const { text, names, problems } = substitute(raw, this.#variables);
        for (const message of problems)
            this.issues.push({ path, message });
        if (!text.isWellFormed())
            this.issues.push({ path, message: 'holds half a character, such as \\ud83d alone' });
        if (names.length > 0)
            this.substitutions.push({ path, variables: names, value: text });
        return text;
    }
}
const tooMuch = `holds too much: specs are at most ${DEEPEST} levels deep and have at most ${MOST_VALUES} values, aliases counted each time`;
function keyProblem(name, seen) {
    if (name === undefined)
        return 'is not a name: keys are plain texts';
    if (name === '__proto__')
        return 'is not allowed as a key';
    return seen.has(name) ? 'is given twice' : undefined;
}
function asText(scalar, path) {
    const isText = textKeys.has(String(path.at(-1))) || path.at(-2) === 'tags';
    const isOwn = path[0] !== 'clusters' || path[2] !== 'atlas';
    const { value } = scalar;
    return isOwn && isText && (typeof value === 'number' || typeof value === 'boolean') ? writtenText(scalar) : value;
}
function writtenText(scalar) {
    const { value, source } = scalar;
    return typeof value === 'string' ? value : (source ?? String(value));
}
function asNode(part) {
    return (0,dist/* isScalar */.jn)(part) || (0,dist/* isMap */.jh)(part) || (0,dist/* isSeq */.oP)(part) || (0,dist/* isAlias */.Vj)(part) ? part : null;
}

;// CONCATENATED MODULE: ./build/src/spec/names-cluster.js


function namesCluster(text) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
        if (document.errors.length > 0)
            return true;
        const { content } = readContent(document, () => 'set');
        return listIn(content, 'clusters').some((cluster) => partOf(cluster, 'name') !== undefined);
    }
    catch (error) {
        if (error instanceof RangeError)
            return true;
        throw error;
    }
}
function listIn(value, key) {
    const part = partOf(value, key);
    return Array.isArray(part) ? part : [];
}
function partOf(value, key) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.getOwnPropertyDescriptor(value, key)?.value;
}

// EXTERNAL MODULE: ./build/src/spec/interpret.js + 2 modules
var interpret = __webpack_require__(709);
// EXTERNAL MODULE: ./build/src/spec/text-encoding.js
var text_encoding = __webpack_require__(8646);
// EXTERNAL MODULE: ./build/src/spec/yaml-errors.js
var yaml_errors = __webpack_require__(6140);
;// CONCATENATED MODULE: ./build/src/spec/parse.js





const MOST_BYTES = 256 * 1024;
const MOST_SYNTAX_ERRORS = 10;
const MOST_PROBLEMS = 50;
const DEEPEST_SHOWN = 10;
function parseSpec(text, options) {
    const { source, variables } = options;
    if (Buffer.byteLength(text) > MOST_BYTES) {
        return { problems: [`${source}: is larger than ${MOST_BYTES / 1024} kB`], substitutions: [] };
    }
    const encoding = (0,text_encoding/* encodingProblem */.p)(text);
    if (encoding !== undefined)
        return { problems: [`${source}: ${encoding}`], substitutions: [] };
    const lines = new dist/* LineCounter */.HN();
    const read = readYaml(text, lines, variables);
    if ('syntax' in read) {
        const problems = read.syntax.map(({ offset, message }) => `${source}:${lineAndColumn(lines, offset)}: ${message}`);
        return { problems, substitutions: [] };
    }
    const { content, issues, positions, substitutions } = read;
    const resolution = (0,interpret/* interpret */.U)(content, options, issues.filter(({ atKey }) => !atKey).map(({ path }) => path));
    const all = [...issues, ...('issues' in resolution ? resolution.issues : [])];
    if ('desired' in resolution && all.length === 0)
        return { desired: resolution.desired, substitutions };
    const located = all
        .map((issue) => ({ issue, offset: offsetOf(issue, positions) }))
        .toSorted((one, other) => one.offset - other.offset)
        .map(({ issue, offset }) => `${source}:${lineAndColumn(lines, offset)}: ${say(issue, positions)}`);
    const problems = [...new Set(located)];
    const more = problems.length - MOST_PROBLEMS;
    return {
        problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `${source}: and ${more} more`] : problems,
        substitutions,
    };
}
function readYaml(text, lineCounter, variables) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { version: '1.2', lineCounter, uniqueKeys: false, prettyErrors: false });
        const errors = [...document.errors, ...document.warnings];
        if (errors.length > 0)
            return { syntax: syntaxErrors(errors, text) };
        if (document.directives.yaml.version !== '1.2') {
            return { syntax: [{ offset: 0, message: 'is read as YAML 1.2; leave the %YAML directive out' }] };
        }
        if (document.contents === null)
            return { syntax: [{ offset: 0, message: 'is empty' }] };
        return readContent(document, variables);
    }
    catch (error) {
        if (error instanceof RangeError)
            return { syntax: [{ offset: 0, message: 'is nested too deeply' }] };
        throw error;
    }
}
function syntaxErrors(errors, text) {
    const found = new Map();
    for (const { pos, code } of errors.slice(0, MOST_PROBLEMS)) {
        const [offset] = pos;
        const start = text.lastIndexOf('\n', offset - 1) + 1;
        const end = text.indexOf('\n', offset);
        const line = text.slice(start, end < 0 ? undefined : end);
        if (!found.has(start))
            found.set(start, { offset, message: (0,yaml_errors/* explainYaml */.J)(code, line) });
    }
    return [...found.values()].slice(0, MOST_SYNTAX_ERRORS);
}
function lineAndColumn(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return `${Math.max(line, 1)}:${Math.max(col, 1)}`;
}
function offsetOf({ path, atKey, offset: own }, positions) {
    if (own !== undefined)
        return own;
    for (let length = path.length; length >= 0; length -= 1) {
        const position = positions.get(placeName(path.slice(0, length)));
        const offset = length === path.length && !atKey ? position?.value : position?.key;
        const found = offset ?? position?.value ?? position?.key;
        if (found !== undefined)
            return found;
    }
    return 0;
}
function say({ path, message, atKey }, positions) {
    const written = atKey ? undefined : positions.get(placeName(path))?.written;
    const quoted = written !== undefined && isQuotable(written, path) ? ` ${JSON.stringify(written)}` : '';
    const hint = written?.includes(`\${`) && message.startsWith('needs ') ? '; what a variable holds is always a text' : '';
    return `${showPath(path)}${quoted} ${message}${message.includes('variable') ? '' : hint}`;
}
function isQuotable(written, path) {
    return (path.length > 0 && !path.includes('password') && !path.includes('atlas') && written !== '' && written.length <= 60);
}
function showPath(path) {
    if (path.length === 0)
        return 'the spec';
    const shown = path.length > DEEPEST_SHOWN ? path.slice(0, DEEPEST_SHOWN) : path;
    const text = shown
        .map((part, index) => {
        if (typeof part === 'number')
            return `[${part}]`;
        if (!/^[\w-]{1,60}$/.test(part))
            return `[${JSON.stringify(part.slice(0, 60))}]`;
        return index === 0 ? part : `.${part}`;
    })
        .join('');
    return shown === path ? text : `${text}…`;
}

// EXTERNAL MODULE: ./build/actions/input-problems.js
var input_problems = __webpack_require__(6773);
;// CONCATENATED MODULE: ./build/actions/provision/config.js




function readConfig(value, world) {
    const source = sourceOf(value, world);
    return {
        namesCluster: namesCluster(source.text),
        parse: (specContext) => parse(source, { specContext, world }),
    };
}
function sourceOf(value, { readFile }) {
    if (/[\n{]|:\s/.test(value))
        return { text: value, name: 'config' };
    const file = readFile(value);
    if ('problem' in file)
        throw new input_problems/* InputProblems */.N([`config: ${file.problem}`]);
    return { text: file.text, name: value };
}
function parse({ text, name }, { specContext, world: { variable, mask } }) {
    const parsed = parseSpec(text, {
        ...specContext,
        source: name,
        variables: (variableName) => (isPrivate(variableName) ? PRIVATE : variable(variableName)),
    });
    for (const { path, value } of parsed.substitutions)
        if (path.includes('password'))
            mask(value);
    for (const user of parsed.desired?.users ?? [])
        if (user.password !== undefined)
            mask(user.password);
    return parsed;
}
function isPrivate(name) {
    return /^(INPUT_|STATE_|ACTIONS_|RUNNER_|MONGODB_ATLAS_(CLIENT_SECRET|PRIVATE_API_KEY)|(GITHUB|GH)_TOKEN$)|(^|_)PROXY$/i.test(name);
}


/***/ }),

/***/ 8646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ encodingProblem)
/* harmony export */ });
function encodingProblem(text) {
    if (text.includes('\0'))
        return 'is UTF-16, or no text at all; save it as UTF-8';
    return text.includes('\ufffd') ? 'holds bytes that are no UTF-8 text; save it as UTF-8' : undefined;
}


/***/ }),

/***/ 6140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ explainYaml)
/* harmony export */ });
const explanations = {
    BAD_ALIAS: 'refers with * to something that no & names before it',
    BAD_DQ_ESCAPE: 'has an escape that YAML does not know; use single quotes for a backslash',
    BAD_INDENT: 'is indented unlike its neighbours, or a bracket before it is not closed',
    BAD_SCALAR_START: 'begins with a character that needs quotes',
    BLOCK_AS_IMPLICIT_KEY: 'has a colon too many: quote the value, or put it on a line of its own',
    BLOCK_IN_FLOW: 'has an indented block within { } or [ ]',
    DUPLICATE_KEY: 'names a key twice',
    MISSING_CHAR: 'lacks a closing quote or bracket, a colon, a comma or a space',
    MULTILINE_IMPLICIT_KEY: 'has a key over several lines; is a colon missing?',
    MULTIPLE_DOCS: 'begins a second document (---); there must be one only',
    RESOURCE_EXHAUSTION: 'is nested too deeply',
    TAB_AS_INDENT: 'is indented with a tab; YAML wants spaces',
    TAG_RESOLVE_FAILED: 'has a tag (!…) that means nothing here',
    UNEXPECTED_TOKEN: 'has something that does not belong here',
};
function explainYaml(code, line) {
    const isTabbed = /^ *\t/.test(line) && code !== 'BAD_ALIAS';
    const hint = line.includes(`\${`) ? `; within { } and [ ] a variable needs quotes: "\${NAME}"` : '';
    return `is not valid YAML: the line ${(isTabbed ? explanations.TAB_AS_INDENT : explanations[code]) ?? `is wrong (${code})`}${hint}`;
}


/***/ })

};
