// Written by `npm run build`. Do not edit.
import { run } from '../index.js';
await run('validate', 'post');
