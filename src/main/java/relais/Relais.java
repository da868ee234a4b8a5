package relais;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import relais.cli.Commands;
import relais.embedded.DayCommand;

/** Where everything starts: the hub, or a command that needs none. */
@SpringBootApplication
public class Relais {

    /** Starts the hub without a command, with {@code run} or with {@code demo}; runs any other command and exits with its code. */
    public static void main(String[] arguments) {
        if (Commands.startHub(arguments)) SpringApplication.run(Relais.class, DayCommand.expand(arguments));
        else System.exit(Commands.run(arguments));
    }
}
