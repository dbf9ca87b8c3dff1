export { stopServer as default } from './run.ts';
