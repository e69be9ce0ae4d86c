export * from './eventually.js';
export * from './smtp.js';
export * from './test-app.js';
export * from './test-client.js';
export * from './test-database.js';
export * from './test-socket.js';
export * from './test-world.js';
