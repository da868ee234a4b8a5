package relais.cli;

import relais.finding.Finding;

/** Where {@code check} puts what it finds: everything in the order of the files and of their bytes, from one thread at a time. */
interface Report {

    /** Before anything else. */
    void begin();

    void finding(String file, Finding finding);

    /** @param problem one line that names the file that could not be read, and why */
    void unread(String file, String problem);

    /** After everything else. */
    void end(String summary);
}
