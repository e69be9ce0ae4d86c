export * from './cell-problems.js';
export * from './errors.js';
