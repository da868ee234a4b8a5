package relais;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Relais {
    public static void main(String[] arguments) {
        SpringApplication.run(Relais.class, arguments);
    }
}
