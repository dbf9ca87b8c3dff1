export { startServer as default } from './run.ts';
