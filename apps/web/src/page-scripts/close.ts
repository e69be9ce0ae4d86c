/** Closes the window of a page whose work is done. Browsers let it only where a script opened the window. */
window.close();
