export { documentFont } from './fonts.js';
export { documentWidth, renderDocument, type DocumentDefinition } from './render-document.js';
export type { DocumentContent, Drawing, Margin } from './document-content.js';
