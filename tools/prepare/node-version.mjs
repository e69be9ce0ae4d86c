/** The oldest Node that Rygrad is tested on. Plain old syntax here, so that an older Node can say so. */
var oldest = [20, 19];

/** Ends with a plain message when this Node is too old. */
export function checkNode() {
  var version = process.versions.node.split('.').map(Number);
  if (version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1])) return;
  console.error(
    'Rygrad needs Node ' +
      oldest.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '. See https://nodejs.org/',
  );
  process.exit(1);
}
