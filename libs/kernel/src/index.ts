export * from './clock.js';
export * from './copenhagen.js';
export * from './cpr.js';
export * from './cvr.js';
export * from './domain-error.js';
export * from './email.js';
export * from './ids.js';
export * from './plain-date.js';
