package io.engageroutes.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberListTest {

    private static List<MemberList.Member> read(String csv) {
        return MemberList.read(new StringReader(csv), ContactKeyType.memberNumber);
    }

    @Test
    void leadingZerosOfMembersStay() {
        assertThat(read("transaction;member\n1;0042\n"))
                .containsExactly(
                        new MemberList.Member(2, "1", null, null, new ContactKey(ContactKeyType.memberNumber, "0042")));
    }

    @Test
    void columnsStandInAnyOrder() {
        assertThat(read("register;type;member;transaction\n2;email;a@example.com;1\n"))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.register()).isEqualTo("2");
                    assertThat(member.key()).isEqualTo(new ContactKey(ContactKeyType.email, "a@example.com"));
                });
    }

    @Test
    void everyWrongLineIsSaidAndNoMember() {
        assertThatThrownBy(() -> read("transaction;member;type\n;0042;\n2;secret;shoe\n3;a;\n3;b;\n"))
                .isInstanceOf(MemberList.Unusable.class)
                .hasMessageContainingAll("line 2", "line 3", "line 5")
                .hasMessageNotContainingAny("0042", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1;0042\n", "transaction;contact\n1;0042\n", "member\n0042\n", "transaction;member;member\n"
            })
    void anotherHeaderIsRefused(String csv) {
        assertThatThrownBy(() -> read(csv))
                .isInstanceOf(MemberList.Unusable.class)
                .hasMessageContaining("line 1");
    }
}
