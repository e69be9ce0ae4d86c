export * from './errors.js';
export * from './events.js';
export * from './findings.js';
export * from './import-schemas.js';
export * from './schemas.js';
export * from './words.js';
